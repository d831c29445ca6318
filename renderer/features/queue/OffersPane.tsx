import { defaultStrength } from '../../../shared/tagging/default-strength.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { useCommandControl } from '../../commands/context.tsx';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { useSystemsByCode } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { PaneHeader } from '../../ui/Pane.tsx';
import { Card, Filed, OfferCard } from './OfferCard.tsx';
import styles from './OffersPane.module.css';
import { makeNational, offerAgain, rejectNational, takeBackNational } from './queue-actions.ts';
import { MOST_NUMBERED, type NumberedOffer, type QueueStory } from './queue-offers.ts';

/** Groups offers that exclude each other under the sentence that says so. Other offers are groups of one. */
function inGroups(offers: readonly NumberedOffer[]): { rivalry: string | null; members: NumberedOffer[] }[] {
  const groups: { rivalry: string | null; members: NumberedOffer[] }[] = [];
  for (const one of offers) {
    const last = groups.at(-1);
    if (last && last.rivalry === one.offer.rivalry) last.members.push(one);
    else groups.push({ rivalry: one.offer.rivalry, members: [one] });
  }
  return groups;
}

/** OffersPane, on the right, shows the offers for the open story, each with its reason and key. */
export function OffersPane({ data }: { data: QueueStory | null }) {
  const state = useAppState();
  const byCode = useSystemsByCode();
  const isExpanded = useSession((s) => s.isQueueExpanded);
  const expand = useSession((s) => s.expandQueue);
  const hasKeys = useSession((s) => s.preferences.keys.singleLetter);
  const numbered = data ? state.queue.numbers.of(data) : [];
  const shown = isExpanded ? numbered : numbered.filter(({ number }) => number <= MOST_NUMBERED);
  const more = numbered.length - shown.length;
  const name = (code: QueueStory['offers'][number]['code']) => byCode.get(code)?.shortName ?? code;
  const next = numbered.find(({ offer }) => offer.state === 'pending' && offer.level !== 'possible')?.offer;
  const byHand = data?.story.tags.filter((tag) => !data.offers.some((offer) => offer.code === tag.code)) ?? [];
  return (
    <>
      <PaneHeader title="Offers" />
      <div className={styles['scroll']}>
        {data ? (
          <>
            <NationalCard data={data} />
            {inGroups(shown).map(({ rivalry, members }) => (
              <section key={members[0]?.offer.code} className={styles['group']} aria-label={rivalry ?? 'Offers'}>
                {rivalry ? <p className={styles['rivalry']}>{rivalry}</p> : null}
                <ul className={styles['cards']}>
                  {members.map(({ number, offer }) => (
                    <OfferCard
                      key={offer.code}
                      offer={offer}
                      name={name(offer.code)}
                      cap={number <= MOST_NUMBERED && hasKeys ? String(number) : null}
                      strength={data.story.tags.find((tag) => tag.code === offer.code)?.strength ?? null}
                      usual={defaultStrength(offer, data.offers)}
                      isNext={offer === next}
                    />
                  ))}
                </ul>
              </section>
            ))}
            {more > 0 ? (
              <Button variant="quiet" className={styles['more']} onPress={expand}>
                and {more} more
              </Button>
            ) : null}
            {byHand.length > 0 ? (
              <section className={styles['group']} aria-label="Filed already">
                <p className={styles['rivalry']}>Filed already, with no evidence in the text</p>
                <ul className={styles['cards']}>
                  {byHand.map((tag) => (
                    <Card
                      key={tag.code}
                      name={name(tag.code)}
                      state="accepted"
                      cap={null}
                      tone="plain"
                      level={
                        tag.origin === 'capture'
                          ? 'saved page'
                          : tag.origin === 'register'
                            ? 'register'
                            : 'by an editor'
                      }
                      why={
                        tag.reason ??
                        `${tag.origin === 'capture' ? 'From a saved page' : `By ${tag.by}`}, ${longDay(tag.at)}.`
                      }
                    >
                      <Filed code={tag.code} name={name(tag.code)} strength={tag.strength} />
                    </Card>
                  ))}
                </ul>
              </section>
            ) : null}
            {numbered.length === 0 && !data.national ? <NothingOffered isFiled={byHand.length > 0} /> : null}
          </>
        ) : null}
      </div>
    </>
  );
}

/** NationalCard shows the national mark, which replaces a tag for every system. */
function NationalCard({ data }: { data: QueueStory }) {
  const state = useAppState();
  const national = useCommandControl('queue.national');
  const offer = data.national;
  const isNational = data.story.national;
  if (!offer && !isNational) return null;
  return (
    <ul className={styles['cards']}>
      <Card
        name="National"
        state={isNational ? 'accepted' : (offer?.state ?? 'pending')}
        cap={national.keys}
        tone="outline"
        level={offer ? 'every page' : 'by an editor'}
        why={offer?.why ?? 'Marked as a story for every page.'}
      >
        {isNational ? (
          <Button variant="quiet" aria-label="Remove: National" onPress={() => void takeBackNational(state)}>
            Remove{' '}
          </Button>
        ) : offer?.state === 'rejected' ? (
          <Button aria-label="Offer again: National" onPress={() => void offerAgain(state, null)}>
            Offer again
          </Button>
        ) : (
          <>
            <Button variant="primary" aria-label="Accept: National" onPress={() => void makeNational(state)}>
              Accept
            </Button>
            <Button variant="quiet" aria-label="Reject: National" onPress={() => void rejectNational(state)}>
              Reject
            </Button>
          </>
        )}
      </Card>
    </ul>
  );
}

function NothingOffered({ isFiled }: { isFiled: boolean }) {
  const another = useCommandControl('queue.another');
  const national = useCommandControl('queue.national');
  const done = useCommandControl('queue.done');
  return (
    <section className={styles['nothing']} aria-label="Nothing is offered">
      <h3>Nothing is offered</h3>
      <p>
        The story names no system, trust, hospital or place that decides where it belongs, and no similar story has been
        filed.
      </p>
      <div className={layoutStyles['wrapsBelow']}>
        <Button onPress={another.onPress} keys={another.keys}>
          {another.label}
        </Button>
        <Button onPress={national.onPress} keys={national.keys}>
          {national.label}
        </Button>
        <Button onPress={done.onPress} keys={done.keys}>
          {isFiled ? 'Keep these tags' : 'File to no page'}
        </Button>
      </div>
    </section>
  );
}
