import { useState } from 'react';
import type { VersionSummary } from '../../../../shared/pages/versions.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { useLibraryInfo, useQuery } from '../../../state/queries.ts';
import { write } from '../../../state/writes.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import { Skeleton } from '../../../ui/Spinner.tsx';
import { ErrorState } from '../../../ui/States.tsx';
import textStyles from '../../../ui/text.module.css';
import { DiffList } from './DiffList.tsx';
import styles from './SignOffDialog.module.css';
import { versionName } from './version-words.ts';

/** RestoreDialog previews what restoring a version would do to the draft. */
export function RestoreDialog({ version, onClose }: { version: VersionSummary; onClose: () => void }) {
  const state = useAppState();
  const today = useLibraryInfo().data?.today ?? '';
  const preview = useQuery('versions.previewRestore', { id: version.id });
  const [isWorking, setWorking] = useState(false);
  const found = preview.data;
  const isNothing = found !== undefined && found.changes.length === 0;

  async function restore() {
    if (isWorking) return;
    setWorking(true);
    const written = await write(state, 'versions.restore', { id: version.id }, 'The draft shows that version again.');
    setWorking(false);
    if (written) onClose();
  }

  return (
    <Dialog
      title={`Restore the version of ${versionName(version, today)}`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            // A new key mounts the button again once it is enabled: autoFocus does not work on a disabled button.
            key={found ? 'ready' : 'waiting'}
            variant="primary"
            isDisabled={!found || isNothing}
            isPending={isWorking}
            onPress={() => void restore()}
            autoFocus
          >
            Restore
          </Button>
        </>
      }
    >
      <div className={layoutStyles['form']}>
        <p className={textStyles['second']}>
          The draft will show what was signed off then. This is one step, and you can undo it. Newer stories still come
          in.
        </p>
        {preview.error && !found ? (
          <ErrorState title="This version cannot be restored" message={preview.error.message} onRetry={preview.retry} />
        ) : null}
        {found || preview.error ? null : <Skeleton lines={4} label="Working out what would change" />}
        {isNothing ? <p>The draft already shows this version, as far as it can.</p> : null}
        {found && found.missing.length > 0 ? (
          <section className={layoutStyles['lines']}>
            <h3 className={textStyles['title']}>Cannot be restored</h3>
            <ul className={layoutStyles['boxedList']}>
              {found.missing.map(({ articleId, headline, why }) => (
                <li key={articleId}>
                  “{headline}”: {why}.
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {found && found.takenOff.length > 0 ? (
          <section className={layoutStyles['lines']}>
            <h3 className={textStyles['title']}>Will be taken off because they are not in this version</h3>
            <ul className={layoutStyles['boxedList']}>
              {found.takenOff.map(({ articleId, headline }) => (
                <li key={articleId}>“{headline}”</li>
              ))}
            </ul>
          </section>
        ) : null}
        {found && !isNothing ? (
          <section className={layoutStyles['lines']}>
            <h3 className={textStyles['title']}>What will change on the draft</h3>
            <div className={styles['scroller']}>
              <DiffList changes={found.changes} />
            </div>
          </section>
        ) : null}
        {found && found.remaining.length > 0 ? (
          <section className={layoutStyles['lines']}>
            <h3 className={textStyles['title']}>Remaining differences from the version</h3>
            <ul className={layoutStyles['boxedList']}>
              {found.remaining.map(({ articleId, change, says }) => (
                <li key={`${change} ${articleId}`}>{says}</li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Dialog>
  );
}
