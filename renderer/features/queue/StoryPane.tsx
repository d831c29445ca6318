// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a long story is scrolled with keys, so the scrolling element takes the focus.
import { ExternalLink, Image as ImageIcon } from 'lucide-react';
import { Fragment, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useCommandControl } from '../../commands/context.tsx';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { useLibraryInfo, useSystemsByCode } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import layoutStyles from '../../ui/layout.module.css';
import { Pane, PaneHeader } from '../../ui/Pane.tsx';
import rowStyles from '../../ui/rows.module.css';
import textStyles from '../../ui/text.module.css';
import { KeyBar } from './KeyBar.tsx';
import { MarkedText } from './MarkedText.tsx';
import { marksOf } from './marks.ts';
import { OfferStrip } from './OfferStrip.tsx';
import { offerAgain } from './queue-actions.ts';
import type { QueueStory } from './queue-offers.ts';
import { formatStoryMeta } from './queue-words.ts';
import styles from './StoryPane.module.css';

/** StoryPane, in the middle, shows the open story with its actions. */
export function StoryPane({ title, data, children }: { title: string; data: QueueStory | null; children?: ReactNode }) {
  const openPage = useCommandControl('queue.openPage');
  const details = useCommandControl('view.details');
  const isNarrow = useSession((s) => s.isNarrow);
  return (
    <Pane label="Story" className={layoutStyles['wide']}>
      <PaneHeader title={title}>
        {isNarrow ? (
          <Button onPress={details.onPress} keys={details.keys}>
            Offers
          </Button>
        ) : null}
        <Button onPress={openPage.onPress} isDisabled={openPage.isDisabled} keys={openPage.keys}>
          {openPage.label}
        </Button>
      </PaneHeader>
      {data ? <Story data={data} /> : children}
      {data && isNarrow ? <OfferStrip data={data} /> : null}
      {data ? <KeyBar /> : null}
    </Pane>
  );
}

function Story({ data }: { data: QueueStory }) {
  const { story } = data;
  const today = useLibraryInfo().data?.today ?? '';
  const scroll = useRef<HTMLElement>(null);
  // Scroll to the top when another story opens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect runs when the story changes, without reading it.
  useLayoutEffect(() => {
    scroll.current?.scrollTo({ top: 0 });
  }, [story.id]);
  return (
    <article ref={scroll} tabIndex={0} className={cx(styles['scroll'], rowStyles['ring'])} aria-label={story.headline}>
      <div className={styles['copy']}>
        <p className={textStyles['quiet']}>{formatStoryMeta(story, today)}</p>
        {story.embargoUntil && story.embargoUntil.slice(0, 10) >= today ? (
          <p>
            <Chip tone="possible">Embargo</Chip>
          </p>
        ) : null}
        {story.kicker ? <p className={styles['kicker']}>{story.kicker}</p> : null}
        <h3 className={styles['headline']}>
          <MarkedText text={story.headline} marks={marksOf(data, 'headline')} />
        </h3>
        {story.standfirst ? (
          <p className={styles['standfirst']}>
            <MarkedText text={story.standfirst} marks={marksOf(data, 'standfirst')} />
          </p>
        ) : null}
        {story.alt ? (
          <p className={styles['image']}>
            <ImageIcon size={16} aria-hidden="true" />
            <span>
              Image label: “<MarkedText text={story.alt} marks={marksOf(data, 'alt')} />”
            </span>
          </p>
        ) : null}
        <FiledLine data={data} />
        {story.url ? (
          <a className={styles['link']} href={story.url} target="_blank" rel="noreferrer">
            Read it on the web
            <ExternalLink size={13} aria-hidden="true" />
          </a>
        ) : null}
        {story.body ? (
          <div className={styles['body']}>
            <MarkedText text={story.body} marks={marksOf(data, 'body')} />
          </div>
        ) : null}
      </div>
    </article>
  );
}

/** FiledLine shows where the story is filed, whether it is reviewed, and what was rejected. */
function FiledLine({ data }: { data: QueueStory }) {
  const state = useAppState();
  const byCode = useSystemsByCode();
  const { story, rejected } = data;
  const places = [
    ...(story.national ? [{ key: 'national', name: 'every page', how: 'national' }] : []),
    ...story.tags.map((tag) => ({
      key: tag.code,
      name: byCode.get(tag.code)?.shortName ?? tag.code,
      how: tag.strength,
    })),
  ];
  return (
    <div className={styles['filed']}>
      <p>
        Filed to {places.length === 0 ? <b>nothing yet</b> : null}
        {places.map(({ key, name, how }, index) => (
          <Fragment key={key}>
            {index > 0 ? ', ' : ''}
            <b>{name}</b> ({how})
          </Fragment>
        ))}
        {' · '}
        {story.review ? `reviewed by ${story.review.by}` : 'not reviewed'}
      </p>
      {rejected.length > 0 ? (
        <ul className={styles['rejected']} aria-label="Rejected">
          {rejected.map(({ code }) => {
            const name = code === null ? 'National' : (byCode.get(code)?.shortName ?? code);
            return (
              <li key={code ?? 'national'}>
                <span>Not {name}</span>
                <Button
                  variant="quiet"
                  className={styles['again']}
                  aria-label={`Offer again: ${name}`}
                  onPress={() => void offerAgain(state, code)}
                >
                  Offer again
                </Button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
