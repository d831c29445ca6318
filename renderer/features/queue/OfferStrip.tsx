import { VisuallyHidden } from 'react-aria-components';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { useSystemsByCode } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import layoutStyles from '../../ui/layout.module.css';
import styles from './OfferStrip.module.css';
import { acceptOffer } from './queue-actions.ts';
import { MOST_NUMBERED, type QueueStory } from './queue-offers.ts';

/**
 * On a narrow window the offers are in a drawer. OfferStrip keeps their numbers visible, so that the digit keys stay
 * usable.
 */
export function OfferStrip({ data }: { data: QueueStory }) {
  const state = useAppState();
  const byCode = useSystemsByCode();
  const hasKeys = useSession((s) => s.preferences.keys.singleLetter);
  const setDrawerOpen = useSession((s) => s.setDrawerOpen);
  const numbered = state.queue.numbers.of(data);
  const shown = numbered.filter(({ number }) => number <= MOST_NUMBERED);
  const hasNational = data.national?.state === 'pending';
  if (numbered.length === 0 && !hasNational) return null;
  return (
    <section className={styles['strip']} aria-label="Summary of offers">
      {hasNational ? <Chip tone="outline">national offered</Chip> : null}
      {shown.map(({ number, offer }) => {
        const name = byCode.get(offer.code)?.shortName ?? offer.code;
        return offer.state === 'pending' ? (
          <Button
            key={offer.code}
            className={styles['offer']}
            icon={hasKeys ? <Kbd>{number}</Kbd> : null}
            onPress={() => void acceptOffer(state, offer.code)}
          >
            <span className={layoutStyles['pair']}>
              <VisuallyHidden elementType="span">Accept </VisuallyHidden>
              {name} <Chip tone={offer.level}>{offer.level}</Chip>
            </span>
          </Button>
        ) : (
          <span key={offer.code} className={styles['settled']}>
            {offer.state === 'accepted' ? 'Filed to' : 'Not'} {name}
          </span>
        );
      })}
      {numbered.length > shown.length ? (
        <Button variant="quiet" onPress={() => setDrawerOpen(true)}>
          and {numbered.length - shown.length} more
        </Button>
      ) : null}
    </section>
  );
}
