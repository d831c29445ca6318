import { ArrowDown, ArrowUp } from 'lucide-react';
import { counted } from '../../../shared/words/counted.ts';
import { formatAge } from '../../../shared/words/day-words.ts';
import { useLibraryInfo } from '../../state/queries.ts';
import { cx } from '../../ui/cx.ts';
import { ListRow } from '../../ui/ListRow.tsx';
import layoutStyles from '../../ui/layout.module.css';
import rowStyles from '../../ui/rows.module.css';
import textStyles from '../../ui/text.module.css';
import styles from './Board.module.css';
import { CheckCount, Count, StateCells, stateSpoken, Unknown } from './BoardCells.tsx';
import { type BoardLine, formatWeeks } from './board-model.ts';
import type { BoardColumn, BoardSort } from './board-slice.ts';
import { Sparkline } from './Sparkline.tsx';

interface Head {
  id: BoardColumn;
  label: string;
  /** Explains the column's figures, with their unit. */
  means: string;
  className?: string;
}

const HEADS: readonly (Head | { id: 'lead' | 'weeks'; label: string; means: string; className: string })[] = [
  { id: 'name', label: 'System', means: 'The system’s name' },
  { id: 'need', label: 'Needs attention', means: 'Why an editor should look at the page' },
  { id: 'lead', label: 'Lead', means: 'The story on top', className: 'wide' },
  { id: 'age', label: 'Lead age', means: 'Days since the lead came out', className: 'number' },
  { id: 'days7', label: '7 days', means: 'Stories filed here that came out in the last 7 days', className: 'number' },
  {
    id: 'days30',
    label: '30 days',
    means: 'Stories filed here that came out in the last 30 days',
    className: 'number',
  },
  {
    id: 'weeks',
    label: '12 weeks',
    means: 'Stories filed here a week, the last week on the right',
    className: 'spark',
  },
  { id: 'pins', label: 'Pins', means: 'Teasers that an editor pinned', className: 'number' },
  { id: 'gaps', label: 'Gaps', means: 'Empty places, and pins that do not show', className: 'number' },
  {
    id: 'checks',
    label: 'Checks',
    means: 'Failed checks: errors, or warnings if there are no errors',
    className: 'number',
  },
  {
    id: 'offered',
    label: 'Offers',
    means: 'Stories in the queue for which this system is on offer',
    className: 'number',
  },
  {
    id: 'unplaced',
    label: 'Not shown',
    means: 'Stories of the last 30 days that are filed here and could be on the page, but are not',
    className: 'number',
  },
  { id: 'unsigned', label: 'Signed off', means: 'What has changed since the page was signed off', className: 'word' },
  {
    id: 'exported',
    label: 'Exported',
    means: 'When the page was last exported, and whether it has changed since',
    className: 'word',
  },
];

const SORTED = {
  name: ['A first', 'Z first'],
  need: ['least first', 'most first'],
  age: ['newest first', 'oldest first'],
  exported: ['latest first', 'longest ago first'],
};

function formatSort(id: BoardColumn, descending: boolean): string {
  const [up, down] = id in SORTED ? SORTED[id as keyof typeof SORTED] : ['fewest first', 'most first'];
  return `, sorted: ${descending ? down : up}`;
}

/** BoardHeads names the columns and sorts by them. Each row speaks its own figures. */
export function BoardHeads({
  sort,
  onSort,
  read,
}: {
  sort: BoardSort;
  onSort: (by: BoardColumn) => void;
  /** How many stories of the queue have been read for offers; null while none have. */
  read: { total: number; read: number } | null;
}) {
  const offersOf =
    read && read.read < read.total ? ` (of the newest ${read.read} of ${read.total.toLocaleString('en-GB')})` : '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: related buttons outside a form.
    <div className={cx(styles['row'], styles['heads'])} role="group" aria-label="Sort pages by">
      {HEADS.map(({ id, label, means, className }) => {
        const place = cx(className ? styles[className] : null, className === 'number' && layoutStyles['number']);
        if (id === 'lead' || id === 'weeks') {
          return (
            <span key={id} title={means} className={place}>
              {label}
            </span>
          );
        }
        const isSorted = sort.by === id;
        const Arrow = sort.descending ? ArrowDown : ArrowUp;
        const explained = id === 'offered' ? means + offersOf : means;
        return (
          <button
            key={id}
            type="button"
            title={explained}
            aria-label={`${label}: ${explained}${isSorted ? formatSort(id, sort.descending) : ''}`}
            aria-pressed={isSorted}
            className={cx(styles['head'], place)}
            onClick={() => onSort(id)}
          >
            {label}
            {isSorted ? <Arrow size={12} aria-hidden="true" /> : null}
          </button>
        );
      })}
    </div>
  );
}

export function BoardRow({ line, most, ended }: { line: BoardLine; most: number; ended?: string }) {
  const today = useLibraryInfo().data?.today ?? '';
  const { lead, recent, gaps, pending, need, weeks, state } = line;
  const age = lead ? formatAge(lead.publishedAt, today) : '';
  const held = `${line.teasers} teasers: ${line.pinned} pinned, ${line.free} placed, ${line.filled} filled`;
  const recentWords = `${recent.days7} stories in 7 days, ${recent.days30} in 30${formatUndated(recent.undated30)}`;
  const spoken = [
    line.shortName,
    ended,
    lead ? `lead: ${lead.headline}, ${age}` : 'the page is empty',
    need.reasons.length > 0 && lead ? `needs attention: ${need.reasons.join(', ')}` : null,
    recentWords,
    `${line.filed.toLocaleString('en-GB')} filed in all, ${held}`,
    `${formatGapCounts(gaps)}, ${line.unplaced} filed and not shown`,
    pending ? `${pending.waiting} waiting in the queue, ${pending.offered} on offer` : null,
    state ? stateSpoken(state, today) : null,
    formatWeeks(weeks),
  ];
  const why = need.reasons.join(', ');
  return (
    <ListRow
      id={line.code}
      textValue={spoken.filter(Boolean).join(', ')}
      className={cx(
        styles['row'],
        styles['page'],
        rowStyles['panel'],
        rowStyles['ring'],
        ended ? styles['former'] : null,
      )}
    >
      <span className={cx(textStyles['ellipsis'], textStyles['medium'])} title={`${line.shortName}, ${line.region}`}>
        {line.shortName}
      </span>
      <span
        className={cx(styles['why'], textStyles['ellipsis'], textStyles['quiet'], need.weight >= 1 && styles['needed'])}
        title={ended ?? why}
      >
        {ended ?? why}
      </span>
      <span
        className={cx(
          styles['wide'],
          lead
            ? cx(styles['lead'], textStyles['ellipsis'], lead.placed === 'filled' && styles['byRule'])
            : textStyles['quiet'],
        )}
        title={lead?.headline}
      >
        {lead?.headline ?? 'no lead yet'}
      </span>
      <span className={cx(styles['number'], layoutStyles['number'])}>
        <span className={line.isStale ? styles['stale'] : undefined}>{age}</span>
      </span>
      <Count value={recent.days7} title={recentWords} />
      <Count value={recent.days30} title={recentWords} />
      <span className={styles['spark']}>
        <Sparkline weeks={weeks} most={most} title={formatWeeks(weeks)} />
      </span>
      <Count value={line.pinned} title={`${held}; ${line.filed.toLocaleString('en-GB')} stories filed here in all`} />
      <Count
        value={gaps.places + gaps.pins}
        title={formatGapCounts(gaps)}
        tone={line.active && lead ? 'open' : undefined}
      />
      <CheckCount line={line} />
      {pending ? (
        <Count value={pending.offered} title={`${pending.waiting} more of the queue are filed here already`} />
      ) : (
        <Unknown isOpen={line.active} />
      )}
      <Count value={line.unplaced} />
      <StateCells line={line} today={today} />
    </ListRow>
  );
}

function formatUndated(undated: number): string {
  return undated === 0 ? '' : `, ${undated} of them undated and counted by the day first seen`;
}

function formatGapCounts({ places, pins }: BoardLine['gaps']): string {
  const empty = counted(places, 'place empty', 'places empty');
  return pins === 0 ? empty : `${empty}, ${counted(pins, 'pin does', 'pins do')} not show`;
}
