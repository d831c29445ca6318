import type { StoryId } from '../../../shared/models.ts';
import { useLibraryInfo, useQuery, useSystemsByCode } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { Skeleton } from '../../ui/Spinner.tsx';
import { ErrorState } from '../../ui/States.tsx';
import textStyles from '../../ui/text.module.css';
import styles from './LeadsDialog.module.css';
import { formatHistoryReach, formatLeadSpan, formatLedSpan, formatLedTotal, ledPages } from './lead-words.ts';

/** LeadsDialog shows where and how long a story led: on the pages as they were, and on the signed-off versions. */
export function LeadsDialog({
  articleId,
  headline,
  onClose,
}: {
  articleId: StoryId;
  headline: string;
  onClose: () => void;
}) {
  return (
    <Dialog
      title="Lead history"
      width="narrow"
      onClose={onClose}
      footer={
        <Button onPress={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <div className={layoutStyles['form']}>
        <p className={styles['says']}>“{headline}”</p>
        <AsItStood articleId={articleId} />
        <AsSigned articleId={articleId} />
      </div>
    </Dialog>
  );
}

/** Reads the history: every step, and every day on which a story came out or expired. */
function AsItStood({ articleId }: { articleId: StoryId }) {
  const led = useQuery('leads.list', { articleId });
  const systems = useSystemsByCode();
  const today = useLibraryInfo().data?.today ?? '';
  const pages = ledPages(led.data?.spans ?? [], today);
  const reach = led.data ? formatHistoryReach(led.data) : null;
  return (
    <section className={layoutStyles['lines']} aria-label="On the pages">
      <h3 className={textStyles['title']}>On the pages, signed off or not</h3>
      {led.error && !led.data ? (
        <ErrorState title="The lead history could not be read" message={led.error.message} onRetry={led.retry} />
      ) : null}
      {led.data || led.error ? null : <Skeleton lines={3} label="Reading the history" />}
      {led.data && pages.length === 0 ? <p>This story never led a page.</p> : null}
      {pages.length > 0 ? (
        <ul className={layoutStyles['boxedList']}>
          {pages.map(({ system, days, spans }) => (
            <li key={system}>
              <strong>{formatLedTotal(systems.get(system)?.shortName ?? system, days)}</strong>
              <ul>
                {spans.map((span) => (
                  <li key={`${span.from} ${span.began?.id ?? ''}`}>{formatLedSpan(span)}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      ) : null}
      {reach ? <p className={textStyles['second']}>{reach}</p> : null}
    </section>
  );
}

function AsSigned({ articleId }: { articleId: StoryId }) {
  const leads = useQuery('versions.leads', { articleId });
  const systems = useSystemsByCode();
  const spans = leads.data?.spans ?? [];
  return (
    <section className={layoutStyles['lines']} aria-label="As signed off">
      <h3 className={textStyles['title']}>As signed off</h3>
      {leads.error && !leads.data ? (
        <ErrorState title="The lead history could not be read" message={leads.error.message} onRetry={leads.retry} />
      ) : null}
      {leads.data || leads.error ? null : <Skeleton lines={1} label="Reading the versions" />}
      {leads.data && spans.length === 0 ? <p>No page was signed off with this story as its lead.</p> : null}
      {spans.length > 0 ? (
        <ul className={layoutStyles['boxedList']}>
          {spans.map((span) => (
            <li key={`${span.system} ${span.from}`}>
              {systems.get(span.system)?.shortName ?? span.system}: {formatLeadSpan(span)}
            </li>
          ))}
        </ul>
      ) : null}
      <p className={textStyles['second']}>
        Counted from the day a page was signed off with this lead until it was signed off with another.
      </p>
    </section>
  );
}
