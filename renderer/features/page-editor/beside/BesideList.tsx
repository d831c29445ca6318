import { Pin } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { GridList } from 'react-aria-components';
import type { EditorTeaser, PageView, StoryId } from '../../../../shared/models.ts';
import { useAppState, useSession } from '../../../state/app-state.tsx';
import { cx } from '../../../ui/cx.ts';
import { ListRow } from '../../../ui/ListRow.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import { EmptyState } from '../../../ui/States.tsx';
import { SameStoryMark } from '../list/TeaserNoteMarks.tsx';
import { teasersOf } from '../open-page.ts';
import styles from './BesideList.module.css';
import { formatSameStory, type SharedStory } from './beside-model.ts';
import { goToSameStory } from './use-beside-commands.ts';

/** BesideList shows the other page's teasers, read-only. Enter goes to the same story on the open page. */
export function BesideList({
  page,
  sameStories,
  hereName,
}: {
  page: PageView;
  sameStories: ReadonlyMap<StoryId, SharedStory>;
  hereName: string;
}) {
  const state = useAppState();
  const teaser = useSession((s) => s.teaser);
  const selected = useSession((s) => s.besideTeaser);
  const setSelected = useSession((s) => s.setBesideTeaser);
  const list = useRef<HTMLDivElement>(null);
  const teasers = useMemo(() => teasersOf(page), [page]);
  const zones = useMemo(
    () => new Map(page.zones.map(({ name, teasers: [first] }) => [first?.articleId, name])),
    [page],
  );
  const keys = useMemo(() => (selected ? [selected] : []), [selected]);

  // Scroll to the story that is selected on the open page.
  useEffect(() => {
    if (teaser) list.current?.querySelector(`[data-key="${teaser}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [teaser]);

  return (
    <GridList
      ref={list}
      aria-label={`Compared page: ${page.system.shortName}`}
      items={teasers}
      selectionMode="single"
      selectionBehavior="replace"
      disallowTypeAhead
      keyboardNavigationBehavior="tab"
      selectedKeys={keys}
      onSelectionChange={(chosen) => {
        const [key] = chosen === 'all' ? [] : [...chosen];
        setSelected(key ? (String(key) as StoryId) : null);
      }}
      onAction={(key) => {
        setSelected(String(key) as StoryId);
        goToSameStory(state);
      }}
      renderEmptyState={() => <EmptyState title="Nothing on that page">It has no teasers now.</EmptyState>}
      dependencies={[sameStories, zones, teaser, hereName]}
      className={styles['list'] ?? ''}
    >
      {(each) => (
        <BesideRow
          teaser={each}
          of={teasers.length}
          zone={zones.get(each.articleId) ?? null}
          sameStory={sameStories.get(each.articleId) ?? null}
          hereName={hereName}
          isSelectedHere={each.articleId === teaser}
        />
      )}
    </GridList>
  );
}

function BesideRow({
  teaser,
  of,
  zone,
  sameStory,
  hereName,
  isSelectedHere,
}: {
  teaser: EditorTeaser;
  of: number;
  zone: string | null;
  sameStory: SharedStory | null;
  hereName: string;
  isSelectedHere: boolean;
}) {
  const also = sameStory ? formatSameStory(sameStory.here, hereName) : null;
  return (
    <ListRow
      id={teaser.articleId}
      value={teaser}
      textValue={teaser.headline}
      aria-label={`${teaser.position} of ${of}: ${teaser.headline}. ${[teaser.why, also].filter(Boolean).join(', ')}`}
      className={cx(
        styles['item'],
        teaser.placed === 'filled' && styles['fill'],
        isSelectedHere && styles['sameStory'],
      )}
    >
      {zone ? <p className={styles['zone']}>{zone}</p> : null}
      <div className={styles['card']}>
        <span className={styles['position']}>{teaser.position}</span>
        <div className={layoutStyles['wide']}>
          <p className={styles['headline']}>{teaser.headline}</p>
          <p className={layoutStyles['whyLine']}>
            {teaser.why}
            {also ? <SameStoryMark message={also} /> : null}
          </p>
        </div>
        {teaser.placed === 'pinned' ? <Pin size={14} aria-hidden="true" className={styles['pin']} /> : null}
      </div>
    </ListRow>
  );
}
