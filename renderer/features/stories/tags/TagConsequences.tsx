import type { MethodOutput } from '../../../../shared/contract.ts';
import type { SystemCode } from '../../../../shared/models.ts';
import { counted } from '../../../../shared/words/counted.ts';
import type { QueryResult } from '../../../state/queries.ts';
import { Skeleton } from '../../../ui/Spinner.tsx';
import { ErrorState } from '../../../ui/States.tsx';
import textStyles from '../../../ui/text.module.css';
import styles from './TagChangeDialog.module.css';
import { formatLeadChange, formatPageChange, formatReviewed, formatTagChange } from './tag-change-model.ts';

/** TagConsequences previews what the step would do to the pages. */
export function TagConsequences({
  isAsked,
  preview,
  reviewing,
  name,
}: {
  isAsked: boolean;
  preview: QueryResult<MethodOutput<'tags.preview'>>;
  /** The number of selected stories when some are to be marked as reviewed; null otherwise. */
  reviewing: number | null;
  name: (code: SystemCode) => string;
}) {
  const { data, error } = preview;
  return (
    <section className={styles['consequences']} aria-label="What changes" aria-busy={isAsked && preview.isPrevious}>
      <h3>What changes</h3>
      {!isAsked ? (
        <p className={textStyles['quiet']}>No changes yet. Add or remove a system to see the effect here.</p>
      ) : error ? (
        <ErrorState title="This cannot be worked out" message={error.message} onRetry={preview.retry} />
      ) : !data ? (
        <Skeleton lines={4} label="Working out what changes" />
      ) : (
        <>
          <p role="status">{formatTagChange(data.stories, data.pages)}</p>
          {reviewing === null ? null : (
            <p className={textStyles['quiet']}>{formatReviewed(data.reviewed, reviewing)}</p>
          )}
          {data.gone > 0 ? (
            <p className={textStyles['quiet']}>
              {counted(data.gone, 'offer is', 'offers are')} no longer made and will be skipped.
            </p>
          ) : null}
          <ul className={styles['pages']}>
            {data.pages.map((page) => {
              const lead = formatLeadChange(page);
              return (
                <li key={page.code} className={styles['page']}>
                  <span className={textStyles['medium']}>{name(page.code)}</span>
                  <span className={textStyles['quiet']}>{formatPageChange(page)}</span>
                  {lead ? <span className={styles['lead']}>{lead}</span> : null}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
