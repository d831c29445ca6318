import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { Day } from '../../../../shared/models.ts';
import { useAppState, useSession } from '../../../state/app-state.tsx';
import { holdPaste, type Paste } from '../../../state/held-file.ts';
import { useLibraryInfo, useQuery } from '../../../state/queries.ts';
import { notifyError } from '../../../state/writes.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DayField } from '../../../ui/forms/DayField.tsx';
import { TextAreaField } from '../../../ui/forms/Field.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import textStyles from '../../../ui/text.module.css';
import styles from './ImportDialog.module.css';
import { holdFiles, importHeld, importPaths } from './import-actions.ts';

/** ImportDialog imports saved pages: chosen, dropped anywhere on the window, or pasted. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const state = useAppState();
  const info = useLibraryInfo().data;
  const door = useQuery('door.describe', {}).data?.door;
  const seenOn = useSession((s) => s.importSeenOn);
  const setSeenOn = useSession((s) => s.setImportSeenOn);
  const [text, setText] = useState('');
  // What the clipboard had when the field was filled by one paste.
  const [paste, setPaste] = useState<Paste>({ text: '', html: '' });
  const [isWorking, setWorking] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const day = seenOn ?? info?.today ?? '';
  const error = Day.safeParse(day).success ? null : 'This is not a day of the calendar.';
  const more = seenOn && !error ? { seenOn } : {};

  async function run(work: () => Promise<unknown>) {
    setWorking(true);
    try {
      await work();
    } catch (fault) {
      notifyError(state, fault);
    } finally {
      setWorking(false);
    }
  }
  const take = (files: readonly File[]) => run(async () => importHeld(state, await holdFiles(files), more));

  const takePaste = () =>
    run(async () => {
      const html = withoutReturns(paste.text) === withoutReturns(text) ? paste.html : '';
      await importHeld(state, [await holdPaste({ text, html })], more);
    });

  async function choose() {
    if (door !== 'desktop') return picker.current?.click();
    await run(async () => {
      const { paths } = await state.api.call('door.pickImportFiles', {});
      if (paths) await importPaths(state, paths, more);
    });
  }

  return (
    <Dialog
      title="Import"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={text.trim() === '' || error !== null}
            isPending={isWorking}
            onPress={() => void takePaste()}
          >
            Import the pasted text
          </Button>
        </>
      }
    >
      <div className={layoutStyles['form']}>
        <div className={layoutStyles['drop']}>
          <FileUp size={22} aria-hidden="true" />
          <p>
            A landing page or an article, as the browser saves it or as text (select all of it, copy, and save or paste
            it), a feed, a table (Excel or CSV), or JSON.
          </p>
          <Button onPress={() => void choose()} isDisabled={error !== null || isWorking}>
            Choose files…
          </Button>
          <p className={textStyles['quiet']}>or drop them anywhere on this window</p>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            aria-label="Files to import"
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              // Reset, so that the same file can be chosen again.
              event.target.value = '';
              void take(files);
            }}
          />
        </div>
        <TextAreaField
          label="Or paste a saved page"
          rows={5}
          value={text}
          onChange={setText}
          onPaste={({ clipboardData }) =>
            setPaste({ text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') })
          }
        />
        <DayField
          label="Seen on"
          value={day}
          onChange={(value) => setSeenOn(value === info?.today ? null : value)}
          error={error}
          hint="The day the page looked like this. Used as the date of stories that have none."
          className={styles['day']}
        />
      </div>
    </Dialog>
  );
}

/** A text field has its own line ends. */
function withoutReturns(text: string): string {
  return text.replaceAll('\r', '');
}
