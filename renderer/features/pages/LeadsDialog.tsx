import type { ArticleId } from '../../../shared/models.ts';
import { useQuery, useSystemsByCode } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { ErrorState } from '../../ui/States.tsx';
import styles from './SignOffDialog.module.css';
import { spanWords } from './version-words.ts';

/** How long a story led, and where: as far as pages were signed off. */
export function LeadsDialog({
  articleId,
  headline,
  onClose,
}: {
  articleId: ArticleId;
  headline: string;
  onClose: () => void;
}) {
  const leads = useQuery('versions.leads', { articleId });
  const systems = useSystemsByCode();
  const spans = leads.data?.spans ?? [];
  return (
    <Dialog
      title="How long it led, and where"
      width="narrow"
      onClose={onClose}
      footer={
        <Button onPress={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <div className={styles['form']}>
        <p className={styles['says']}>“{headline}”</p>
        {leads.error && !leads.data ? (
          <ErrorState title="This could not be answered" message={leads.error.message} onRetry={leads.retry} />
        ) : null}
        {leads.data || leads.error ? null : <Skeleton lines={2} label="Reading the versions" />}
        {leads.data && spans.length === 0 ? <p>No page was signed off with it as its lead.</p> : null}
        {spans.length > 0 ? (
          <ul className={styles['list']}>
            {spans.map((span) => (
              <li key={`${span.system} ${span.from}`}>
                {systems.get(span.system)?.shortName ?? span.system}: {spanWords(span)}
              </li>
            ))}
          </ul>
        ) : null}
        <p className={styles['hint']}>
          Answered from what was signed off: from the day a page was signed with this lead until it was signed with
          another.
        </p>
      </div>
    </Dialog>
  );
}
