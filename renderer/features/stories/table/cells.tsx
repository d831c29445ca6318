import { createContext, useContext } from 'react';
import type { StoryRow, System, SystemCode } from '../../../../shared/models.ts';
import { shortDay } from '../../../../shared/words/day-words.ts';
import { Chip } from '../../../ui/Chip.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import textStyles from '../../../ui/text.module.css';
import styles from './cells.module.css';

/** What cells need in addition to their story, passed down once instead of queried by every cell. */
export interface RowSurroundings {
  byCode: ReadonlyMap<SystemCode, System>;
  today: string;
}

export const RowSurroundingsContext = createContext<RowSurroundings>({ byCode: new Map(), today: '' });

export function Headline({ story }: { story: StoryRow }) {
  const { today } = useContext(RowSurroundingsContext);
  const isHeld = story.embargoUntil !== null && story.embargoUntil.slice(0, 10) >= today;
  return (
    <>
      <span className={story.withdrawn ? styles['withdrawnHeadline'] : styles['headline']}>{story.headline}</span>
      {story.withdrawn ? (
        <Chip tone="bad" className={layoutStyles['fixed']}>
          Withdrawn
        </Chip>
      ) : null}
      {isHeld ? (
        <Chip tone="possible" className={layoutStyles['fixed']}>
          Embargo
        </Chip>
      ) : null}
    </>
  );
}

export function SystemChip({ system, code }: { system: System | undefined; code: SystemCode }) {
  const isFormer = system?.activeTo != null;
  return (
    <Chip
      tone={isFormer ? 'former' : 'named'}
      title={isFormer ? `${system.shortName}: closed ${system.activeTo}` : (system?.boardName ?? code)}
    >
      {system?.shortName ?? code}
      {isFormer ? ' (former)' : ''}
    </Chip>
  );
}

export function SystemChips({ story }: { story: StoryRow }) {
  const { byCode } = useContext(RowSurroundingsContext);
  if (!story.national && story.systems.length === 0) return <span className={textStyles['quiet']}>Not filed</span>;
  const [first] = story.systems;
  const more = story.systems.length - 1;
  return (
    <>
      {story.national ? <Chip tone="outline">National</Chip> : null}
      {first ? <SystemChip system={byCode.get(first.code)} code={first.code} /> : null}
      {more > 0 ? (
        <span
          className={textStyles['detail']}
          title={story.systems
            .slice(1)
            .map((tag) => byCode.get(tag.code)?.shortName ?? tag.code)
            .join(', ')}
        >
          and {more} more
        </span>
      ) : null}
    </>
  );
}

export function OutDay({ story }: { story: StoryRow }) {
  const { today } = useContext(RowSurroundingsContext);
  if (!story.publishedAt) return <span className={textStyles['quiet']}>undated</span>;
  return <time dateTime={story.publishedAt}>{shortDay(story.publishedAt, today)}</time>;
}
