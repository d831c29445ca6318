import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import type { ImportReport } from '../../../../shared/contract.ts';
import type { ImportedFile } from '../../../../shared/models.ts';
import { useCommandControl } from '../../../commands/context.tsx';
import { useSession } from '../../../state/app-state.tsx';
import { useLibraryInfo, useSystemsByCode } from '../../../state/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import textStyles from '../../../ui/text.module.css';
import styles from './ImportReportDialog.module.css';
import { broughtBy, summaryOf } from './import-words.ts';

/** ImportReportDialog lists what an import added, file by file, and offers to undo it. */
export function ImportReportDialog({ report, onClose }: { report: ImportReport; onClose: () => void }) {
  const info = useLibraryInfo().data;
  const undo = useCommandControl('edit.undo');
  const announce = useSession((s) => s.announce);
  const showView = useSession((s) => s.showView);
  const summary = summaryOf(report);
  useEffect(() => announce(summary), [announce, summary]);

  // Undo applies to the newest step only, so the button disappears once another step follows the import.
  const isNewest = report.entry !== null && info?.undo?.id === report.entry.id;
  return (
    <Dialog
      title={summary}
      width="wide"
      onClose={onClose}
      footer={
        <>
          {report.entry ? (
            <Button
              isDisabled={!isNewest}
              onPress={() => {
                undo.onPress();
                onClose();
              }}
            >
              Undo import
            </Button>
          ) : null}
          <Button
            variant="primary"
            autoFocus
            onPress={() => {
              if (report.entry) showView(null);
              onClose();
            }}
          >
            {report.entry ? 'Show stories' : 'Close'}
          </Button>
        </>
      }
    >
      <ul className={layoutStyles['parts']}>
        {report.files.map((file) => (
          <File key={file.file} file={file} />
        ))}
      </ul>
    </Dialog>
  );
}

function File({ file }: { file: ImportedFile }) {
  const byCode = useSystemsByCode();
  const system = file.system ? (byCode.get(file.system)?.shortName ?? file.system) : null;
  return (
    <li className={styles['file']}>
      {file.error ? (
        <CircleAlert size={16} className={textStyles['bad']} aria-label="Refused" />
      ) : (
        <CircleCheck size={16} className={textStyles['ok']} aria-label="Imported" />
      )}
      <div className={styles['what']}>
        <p>
          <span className={styles['name']}>{file.file}</span>
          {system ? <span className={textStyles['quiet']}> for {system}</span> : null}
        </p>
        {file.error ? (
          <p className={textStyles['bad']}>
            Refused{file.error.line ? `, line ${file.error.line}` : ''}: {file.error.message}
          </p>
        ) : (
          <p>{broughtBy(file)}</p>
        )}
        {file.problems.length > 0 ? (
          <ul className={styles['problems']}>
            {file.problems.map((problem) => (
              <li key={`${problem.line} ${problem.message}`}>
                {problem.line === null ? '' : `Line ${problem.line}: `}
                {problem.message}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  );
}
