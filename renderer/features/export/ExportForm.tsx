import { CheckCheck, FolderOpen } from 'lucide-react';
import { Label, ProgressBar } from 'react-aria-components';
import { EXPORT_FORMATS } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { useCommand, useCommandControl } from '../../commands/context.tsx';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { useQuery } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Checkbox } from '../../ui/forms/Checkbox.tsx';
import layoutStyles from '../../ui/layout.module.css';
import textStyles from '../../ui/text.module.css';
import { downloadZip } from './download.ts';
import styles from './ExportForm.module.css';
import { pickExportFolder, runExport } from './export-actions.ts';
import { FORMATS, nextStep } from './export-model.ts';
import type { ExportRun } from './export-slice.ts';

/** ExportForm holds the formats, the folder and the button, and below it the progress or the error. */
export function ExportForm({ count }: { count: number }) {
  const state = useAppState();
  const door = useQuery('door.describe', {}).data?.door;
  const formats = useSession((s) => s.exportFormats);
  const folder = useSession((s) => s.exportFolder);
  const isChangedOnly = useSession((s) => s.exportChangedOnly);
  const run = useSession((s) => s.exportRun);
  const setExport = useSession((s) => s.setExport);
  const isRunning = run.kind === 'running';
  const toFolder = door === 'desktop';
  const missing =
    count === 0 ? 'Choose at least one page.' : formats.length === 0 ? 'Choose at least one format.' : null;

  async function start() {
    if (!toFolder) return runExport(state, { kind: 'zip', download: downloadZip });
    if (folder === null) await pickExportFolder(state);
    const out = state.session.getState().exportFolder;
    if (out !== null) await runExport(state, { kind: 'folder', out });
  }

  const canStart = !isRunning && missing === null && door !== undefined;
  useCommand('export.start', { when: () => canStart, run: start });
  const control = useCommandControl('export.start');

  return (
    <>
      <fieldset className={styles['group']} disabled={isRunning}>
        <legend className={styles['label']}>Formats</legend>
        {FORMATS.map((format) => (
          <Checkbox
            key={format.id}
            isSelected={formats.includes(format.id)}
            isDisabled={isRunning}
            onChange={(isOn) =>
              setExport({
                exportFormats: EXPORT_FORMATS.filter((id) => (id === format.id ? isOn : formats.includes(id))),
              })
            }
          >
            <span className={styles['format']}>{format.name}</span>
            <span className={textStyles['quiet']}>{format.file}</span>
          </Checkbox>
        ))}
      </fieldset>
      {toFolder ? (
        <section aria-label="Folder" className={styles['group']}>
          <h3 className={styles['label']}>Folder</h3>
          <div className={layoutStyles['spaced']}>
            <span
              className={folder ? styles['path'] : cx(styles['none'], textStyles['quiet'])}
              title={folder ?? undefined}
            >
              {folder ?? 'None chosen yet'}
            </span>
            <Button
              icon={<FolderOpen size={15} aria-hidden="true" />}
              isDisabled={isRunning}
              onPress={() => void pickExportFolder(state)}
            >
              {folder ? 'Change folder…' : 'Choose folder…'}
            </Button>
          </div>
          <Checkbox
            isSelected={isChangedOnly}
            isDisabled={isRunning}
            onChange={(isOn) => setExport({ exportChangedOnly: isOn })}
          >
            Only pages that changed since the last export into this folder
          </Checkbox>
        </section>
      ) : null}
      <div className={layoutStyles['spaced']}>
        <Button
          variant="primary"
          keys={control.keys}
          // The button stays enabled while the export runs: a disabled button would lose the focus.
          isDisabled={!canStart && !isRunning}
          isPending={isRunning}
          onPress={control.onPress}
        >
          {toFolder
            ? `Export ${counted(count, 'page', 'pages')}`
            : `Download ${counted(count, 'page', 'pages')} as a zip`}
        </Button>
        {missing ? <span className={textStyles['quiet']}>{missing}</span> : null}
      </div>
      <Outcome run={run} count={count} onRetry={() => void start()} />
    </>
  );
}

function Outcome({ run, count, onRetry }: { run: ExportRun; count: number; onRetry: () => void }) {
  const state = useAppState();
  if (run.kind === 'running') {
    const total = run.total || count;
    return (
      <ProgressBar value={run.done} maxValue={total} className={styles['progress'] ?? ''}>
        {({ percentage }) => (
          <>
            <Label>
              Page {Math.min(run.done + 1, total)} of {total}
              {run.page ? `: ${run.page}` : ''}
            </Label>
            <div className={styles['track']}>
              <div className={styles['done']} style={{ width: `${percentage ?? 0}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
    );
  }
  if (run.kind === 'done') return <Finished />;
  if (run.kind !== 'failed') return null;
  const next = nextStep(run.error.code);
  return (
    <div role="alert" className={styles['failed']}>
      {/* Only a refusal guarantees that nothing was written. An interrupted export may have written files. */}
      <p className={textStyles['badTitle']}>
        {next === 'retry' ? 'The export did not finish' : 'Nothing was exported'}
      </p>
      <p>{run.error.message}</p>
      <div className={layoutStyles['side']}>
        {next === 'choose-folder' ? (
          <Button onPress={() => void pickExportFolder(state)}>Choose another folder…</Button>
        ) : null}
        {next === 'choose-systems' ? (
          <Button onPress={() => state.session.getState().setExport({ exportWhat: 'some' })}>Choose pages</Button>
        ) : null}
        <Button onPress={onRetry}>Try again</Button>
      </div>
    </div>
  );
}

/** Finished opens the receipt when its pane is closed. */
function Finished() {
  const details = useCommandControl('view.details');
  const isShown = useSession((s) => (s.isNarrow ? s.isDrawerOpen : s.isDetailsShown));
  return (
    <div className={layoutStyles['spaced']}>
      <p className={styles['finished']}>
        <CheckCheck size={16} aria-hidden="true" /> The export is done.
      </p>
      {isShown ? null : (
        <Button keys={details.keys} onPress={details.onPress}>
          Show the receipt
        </Button>
      )}
    </div>
  );
}
