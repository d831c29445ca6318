import { FolderOpen } from 'lucide-react';
import { useMemo } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { ReceiptPage } from '../../../shared/models.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { useAppState } from '../../state/app-state.tsx';
import { useSystemsByCode } from '../../state/queries.ts';
import { notifyError } from '../../state/writes.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import rowStyles from '../../ui/rows.module.css';
import { EmptyState } from '../../ui/States.tsx';
import textStyles from '../../ui/text.module.css';
import {
  CHANGE_NAMES,
  changeCounts,
  changesOf,
  formatBytes,
  formatWritten,
  hasChanges,
  receiptPages,
} from './export-model.ts';
import type { ExportRun } from './export-slice.ts';
import styles from './ReceiptView.module.css';

/** ReceiptView lists what an export wrote: the changes of each page since the previous export, and the files. */
export function ReceiptView({ run }: { run: Extract<ExportRun, { kind: 'done' }> }) {
  const state = useAppState();
  const systems = useSystemsByCode();
  const rows = useMemo(() => {
    const names = new Map([...systems].map(([code, system]) => [code as string, system.shortName]));
    return receiptPages(run.receipt, names, run.written);
  }, [run, systems]);
  const { out } = run;

  if (rows.length === 0) {
    return (
      <EmptyState title="No pages changed">Every page in the folder is up to date, so no file was written.</EmptyState>
    );
  }
  return (
    <div className={styles['receipt']}>
      <p className={textStyles['medium']}>
        {formatWritten(rows.map((row) => row.page))}, as of {longDay(run.receipt.asOf)}.
      </p>
      {out === null ? (
        <p className={cx(styles['out'], styles['folder'])}>The zip is in your browser’s downloads.</p>
      ) : (
        <div className={styles['folder']}>
          <span className={styles['out']}>{out}</span>
          <Button
            icon={<FolderOpen size={15} aria-hidden="true" />}
            onPress={() =>
              void state.api.call('door.showFolder', { path: out }).catch((error: unknown) => notifyError(state, error))
            }
          >
            Show folder
          </Button>
        </div>
      )}
      {rows.map(({ page, name }) => (
        <PageReceipt key={page.code} page={page} name={name} />
      ))}
    </div>
  );
}

function PageReceipt({ page, name }: { page: ReceiptPage; name: string }) {
  return (
    <Disclosure className={styles['page'] ?? ''}>
      <Heading level={3} className={styles['heading'] ?? ''}>
        <AriaButton slot="trigger" className={cx(styles['trigger'], rowStyles['panelHovered'])}>
          <span className={styles['name']}>{name}</span>
          <span className={hasChanges(page) ? styles['changed'] : textStyles['quiet']}>{changeCounts(page)}</span>
        </AriaButton>
      </Heading>
      <DisclosurePanel className={styles['panel'] ?? ''}>
        {changesOf(page).map(({ change, teasers }) => (
          <section key={change} aria-label={CHANGE_NAMES[change]}>
            <h4 className={styles['change']}>{CHANGE_NAMES[change]}</h4>
            <ul>
              {teasers.map((teaser) => (
                <li key={teaser.articleId} className={styles['headline']}>
                  {teaser.headline}
                </li>
              ))}
            </ul>
          </section>
        ))}
        <h4 className={styles['change']}>Files</h4>
        <ul>
          {page.files.map((file) => (
            <li key={file.path} className={styles['file']}>
              <span>{file.path}</span>
              <span>{formatBytes(file.bytes)}</span>
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
