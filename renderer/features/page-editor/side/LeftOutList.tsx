import { ChevronRight } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, GridList, Heading } from 'react-aria-components';
import type { MethodOutput } from '../../../../shared/contract.ts';
import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import { shortDay } from '../../../../shared/words/day-words.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { useLibraryInfo, useQuery } from '../../../state/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { ListRow } from '../../../ui/ListRow.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import { isFocusLost } from '../../../ui/lost-focus.ts';
import rowStyles from '../../../ui/rows.module.css';
import { Skeleton } from '../../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../../ui/States.tsx';
import textStyles from '../../../ui/text.module.css';
import { focusTeaser } from '../focus-teaser.ts';
import { placeStory } from '../placing/page-actions.ts';
import styles from './LeftOutList.module.css';
import rows from './WaitingList.module.css';

type LeftOut = MethodOutput<'pages.leftOut'>['stories'][number];

/** LeftOutList lists stories kept off the page by a rule or as duplicates. It is queried only when opened. */
export const LeftOutList = memo(function LeftOutList({ system }: { system: SystemCode }) {
  const [isOpen, setOpen] = useState(false);
  const leftOut = useQuery('pages.leftOut', isOpen ? { system } : null);
  const stories = leftOut.data?.stories;
  const heading = useRef<HTMLHeadingElement>(null);
  const isShown = isOpen && stories !== undefined;
  // The list is at the end of the page, so an opened list would be below the edge: scroll to it.
  useEffect(() => {
    if (isShown) heading.current?.scrollIntoView({ block: 'start' });
  }, [isShown]);
  return (
    <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading ref={heading} level={3} className={rows['heading'] ?? ''}>
        <AriaButton slot="trigger" className={cx(styles['opener'], rowStyles['sunkenHovered'])}>
          <ChevronRight size={14} aria-hidden="true" className={cx(styles['sign'], layoutStyles['fixed'])} />
          <strong className={textStyles['lead']}>Left out</strong> {stories ? stories.length : null} by a rule or as a
          duplicate
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        {leftOut.error && !stories ? (
          <ErrorState
            title="The stories left out could not be read"
            message={leftOut.error.message}
            onRetry={leftOut.retry}
          />
        ) : null}
        {isOpen && !stories && !leftOut.error ? <Skeleton lines={3} label="Finding the stories left out" /> : null}
        {stories?.length === 0 ? (
          <EmptyState title="Nothing is left out">
            No story is kept off this page by a rule or as a duplicate.
          </EmptyState>
        ) : null}
        {stories && stories.length > 0 ? <Stories stories={stories} /> : null}
      </DisclosurePanel>
    </Disclosure>
  );
});

function Stories({ stories }: { stories: readonly LeftOut[] }) {
  const state = useAppState();
  const list = useRef<HTMLDivElement>(null);

  /** Moves the focus to the story that takes its place, so that several can be placed in a row. */
  async function place({ articleId, headline }: LeftOut) {
    const index = stories.findIndex((story) => story.articleId === articleId);
    await placeStory(state, { articleId, headline });
    setTimeout(() => {
      const left = list.current?.querySelectorAll<HTMLElement>('[role=row]') ?? [];
      if (isFocusLost()) left[Math.min(index, left.length - 1)]?.focus();
    }, SETTLE_MS);
  }

  function showDuplicate(id: StoryId) {
    state.session.getState().setTeaser(id);
    focusTeaser(id);
  }

  return (
    <GridList
      ref={list}
      aria-label="Left out"
      items={stories.map((story) => ({ ...story, id: story.articleId }))}
      disallowTypeAhead
      keyboardNavigationBehavior="tab"
      onAction={(key) => {
        const story = stories.find(({ articleId }) => articleId === key);
        if (story) void place(story);
      }}
      dependencies={[stories]}
      className={styles['list'] ?? ''}
    >
      {(story) => <Row id={story.id} story={story} onPlace={(one) => void place(one)} onDuplicate={showDuplicate} />}
    </GridList>
  );
}

/** Wait two frames: one for the new data to render, one for keepFocus(). */
const SETTLE_MS = 120;

function Row({
  id,
  story,
  onPlace,
  onDuplicate,
}: {
  id: StoryId;
  story: LeftOut;
  onPlace: (story: LeftOut) => void;
  onDuplicate: (id: StoryId) => void;
}) {
  const today = useLibraryInfo().data?.today ?? '';
  const { headline, publishedAt, why, twin: duplicate } = story;
  const out = publishedAt ? shortDay(publishedAt, today) : 'undated';
  return (
    <ListRow
      id={id}
      textValue={headline}
      aria-label={`${headline}, ${out}. ${why} Enter places it anyway.`}
      className={cx(styles['row'], rowStyles['panel'], rowStyles['ring'])}
    >
      <div className={rows['words']}>
        <p className={rows['headline']}>{headline}</p>
        <p className={rows['why']}>
          {out} · {why}
        </p>
      </div>
      <div className={layoutStyles['wraps']}>
        {duplicate === null ? null : (
          <Button aria-label={`Show the other story: ${headline}`} onPress={() => onDuplicate(duplicate)}>
            Show the other story
          </Button>
        )}
        <Button aria-label={`Place it anyway: ${headline}`} onPress={() => onPlace(story)}>
          Place it anyway
        </Button>
      </div>
    </ListRow>
  );
}
