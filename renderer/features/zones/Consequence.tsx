import { useMemo } from 'react';
import type { MethodInput, MethodOutput } from '../../../shared/contract.ts';
import type { ZoneOutlook } from '../../../shared/pages/page-batch.ts';
import { type QueryResult, useQuery, useSystemsByCode } from '../../state/queries.ts';
import { useSettled } from '../../state/settled.ts';
import { cx } from '../../ui/cx.ts';
import { Skeleton } from '../../ui/Spinner.tsx';
import { ErrorState } from '../../ui/States.tsx';
import textStyles from '../../ui/text.module.css';
import styles from './Consequence.module.css';
import { formatOutlook, formatOutlookSum, isUntouched } from './zone-words.ts';

/** Debounce for typing: long enough to skip single letters, short enough to feel immediate. */
const SETTLE_MS = 180;

export interface Outlook {
  preview: QueryResult<MethodOutput<'zones.preview'>>;
  /** True when the answer matches the form's current content. */
  isCurrent: boolean;
}

/** Previews the outcome, once the form has not changed for a moment. */
export function useOutlook(input: MethodInput<'zones.preview'> | null): Outlook {
  const wanted = JSON.stringify(input);
  const settled = useSettled(wanted, SETTLE_MS);
  const asked = useMemo(() => JSON.parse(settled) as MethodInput<'zones.preview'> | null, [settled]);
  const preview = useQuery('zones.preview', asked, { keepPrevious: true });
  return { preview, isCurrent: wanted === settled && !preview.isPrevious && preview.data !== undefined };
}

/** Teasers named for each of several pages. */
const NAMED = 3;

/** Consequence, in the right column, shows the effect on each page before saving. */
export function Consequence({
  outlook,
  idle,
}: {
  outlook: Outlook /** Shown when there is nothing to preview. */;
  idle: string | null;
}) {
  const { preview, isCurrent } = outlook;
  return (
    <section aria-label="What would happen" className={styles['column']}>
      <h3 className={cx(styles['title'], textStyles['title'])}>
        {(preview.data?.pages.length ?? 1) > 1 ? 'What happens to the pages' : 'What happens to the page'}
      </h3>
      {idle !== null ? (
        <p className={textStyles['smallQuiet']}>{idle}</p>
      ) : preview.error && !preview.loading ? (
        <ErrorState title="This cannot be worked out" message={preview.error.message} onRetry={preview.retry} />
      ) : preview.data ? (
        <div className={cx(!isCurrent && styles['stale'])}>
          <Pages pages={preview.data.pages} />
        </div>
      ) : (
        <Skeleton lines={4} label="Working out what happens" />
      )}
    </section>
  );
}

function Pages({ pages }: { pages: readonly ZoneOutlook[] }) {
  const byCode = useSystemsByCode();
  const [only, ...more] = pages;
  if (only && more.length === 0) return <PageOutlook page={only} name={null} most={Number.POSITIVE_INFINITY} />;
  const changed = pages.filter((page) => !isUntouched(page));
  return (
    <>
      <p className={styles['sum']}>{formatOutlookSum(pages.length, changed.length)}</p>
      {changed.map((page) => (
        <PageOutlook key={page.code} page={page} name={byCode.get(page.code)?.shortName ?? page.code} most={NAMED} />
      ))}
    </>
  );
}

function PageOutlook({ page, name, most }: { page: ZoneOutlook; name: string | null; most: number }) {
  const gone = page.gone.map(({ headline, from, waits }) => ({
    headline,
    where: `from ${from}${waits ? ', kept waiting' : ''}`,
  }));
  const come = page.come.map(({ headline, to }) => ({ headline, where: `at ${to}` }));
  const shift = page.shift.map(({ headline, from, to }) => ({ headline, where: `from ${from} to ${to}` }));
  return (
    <div className={styles['page']}>
      {name === null ? null : <h4 className={cx(styles['name'], textStyles['title'])}>{name}</h4>}
      <p>{formatOutlook(page)}</p>
      <Teasers label="Leave the page" sign="Out" teasers={gone} most={most} />
      <Teasers label="Come in" sign="In" teasers={come} most={most} />
      <Teasers label="Move" sign="Moves" teasers={shift} most={NAMED} />
    </div>
  );
}

const SIGN_STYLES = { Out: 'out', In: 'in', Moves: 'moves' } as const;

function Teasers({
  label,
  sign,
  teasers,
  most,
}: {
  label: string;
  sign: 'Out' | 'In' | 'Moves';
  teasers: readonly { headline: string; where: string }[];
  most: number;
}) {
  if (teasers.length === 0) return null;
  const more = teasers.length - most;
  return (
    <ul aria-label={label} className={styles['list']}>
      {teasers.slice(0, most).map(({ headline, where }) => (
        <li key={`${where} ${headline}`}>
          <span className={styles[SIGN_STYLES[sign]]}>{sign}</span> <span className={styles['copy']}>{headline}</span>{' '}
          <span className={textStyles['smallQuiet']}>{where}</span>
        </li>
      ))}
      {more > 0 ? <li className={textStyles['smallQuiet']}>and {more} more</li> : null}
    </ul>
  );
}
