import { useMemo } from 'react';
import type { MethodInput, MethodOutput } from '../../../shared/contract.ts';
import type { ZoneOutlook } from '../../../shared/many-pages.ts';
import { type QueryResult, useQuery, useSystemsByCode } from '../../state/queries.ts';
import { useSettled } from '../../state/settled.ts';
import { cx } from '../../ui/cx.ts';
import { Skeleton } from '../../ui/Spinner.tsx';
import { ErrorState } from '../../ui/States.tsx';
import styles from './Consequence.module.css';
import { isUntouched, outlookSentence, pagesCount } from './zone-words.ts';

/** Long enough not to ask for every letter typed, short enough to seem at once. */
const SETTLE_MS = 180;

export interface Outlook {
  preview: QueryResult<MethodOutput<'zones.preview'>>;
  /** The answer is to what stands in the form now. */
  isCurrent: boolean;
}

/** What the desk says would happen, once the form has stood still for a moment. */
export function useOutlook(input: MethodInput<'zones.preview'> | null): Outlook {
  const wanted = JSON.stringify(input);
  const settled = useSettled(wanted, SETTLE_MS);
  const asked = useMemo(() => JSON.parse(settled) as MethodInput<'zones.preview'> | null, [settled]);
  const preview = useQuery('zones.preview', asked, { keepPrevious: true });
  return { preview, isCurrent: wanted === settled && !preview.isPrevious && preview.data !== undefined };
}

/** The right column: what becomes of each page, before anything is saved. */
export function Consequence({
  outlook,
  idle,
}: {
  outlook: Outlook /** Said where nothing is asked. */;
  idle: string | null;
}) {
  const { preview, isCurrent } = outlook;
  return (
    <section aria-label="What would happen" className={styles['column']}>
      <h3 className={styles['title']}>What happens to the page</h3>
      {idle !== null ? (
        <p className={styles['quiet']}>{idle}</p>
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
  if (only && more.length === 0) return <PageOutlook page={only} name={null} />;
  const changed = pages.filter((page) => !isUntouched(page));
  const still = pages.length - changed.length;
  return (
    <>
      <p className={styles['sum']}>
        {changed.length === 0
          ? `All ${pagesCount(pages.length)} keep their teasers in their order.`
          : `${pagesCount(changed.length)} of ${pages.length} would read otherwise${still > 0 ? `; ${pagesCount(still)} keep their teasers in their order` : ''}.`}
      </p>
      {changed.map((page) => (
        <PageOutlook key={page.code} page={page} name={byCode.get(page.code)?.shortName ?? page.code} />
      ))}
    </>
  );
}

function PageOutlook({ page, name }: { page: ZoneOutlook; name: string | null }) {
  return (
    <div className={styles['page']}>
      {name === null ? null : <h4 className={styles['name']}>{name}</h4>}
      <p>{outlookSentence(page)}</p>
      {page.gone.length > 0 ? (
        <ul aria-label="Leave the page" className={styles['list']}>
          {page.gone.map(({ headline, from, waits }) => (
            <li key={`${from} ${headline}`}>
              <span className={styles['out']}>Out</span> <span className={styles['copy']}>{headline}</span>{' '}
              <span className={styles['quiet']}>
                from {from}
                {waits ? ', kept waiting' : ''}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {page.come.length > 0 ? (
        <ul aria-label="Come in" className={styles['list']}>
          {page.come.map(({ headline, to }) => (
            <li key={`${to} ${headline}`}>
              <span className={styles['in']}>In</span> <span className={styles['copy']}>{headline}</span>{' '}
              <span className={styles['quiet']}>at {to}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
