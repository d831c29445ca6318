import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Day } from '../../shared/models.ts';
import { isTextField } from '../commands/keyboard.ts';
import { holdFiles, importHeld } from '../features/stories/import/import-actions.ts';
import { useAppState, useSession } from '../state/app-state.tsx';
import { type HeldFile, holdPaste } from '../state/held-file.ts';
import { notifyError } from '../state/writes.ts';
import styles from './IncomingFiles.module.css';

/** Characters of a pasted text that the question shows. */
const SHOWN = 240;

/** IncomingFiles imports files dropped anywhere on the window, and text pasted outside a field. */
export function IncomingFiles() {
  const state = useAppState();
  const [isOver, setOver] = useState(false);
  const isForRegister = useSession((s) => s.takeRegisterFile !== null);

  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    // dragleave also fires when the pointer moves between elements. Only leaving the window counts.
    function onDragOver(event: DragEvent) {
      if (!carriesFiles(event)) return;
      // The field under the pointer handles the file itself.
      if (event.defaultPrevented) return setOver(false);
      event.preventDefault();
      setOver(true);
    }
    function onDragLeave(event: DragEvent) {
      if (event.relatedTarget === null) setOver(false);
    }
    const take = (files: readonly File[]) => takeHeld(() => holdFiles(files));
    async function takeHeld(hold: () => Promise<HeldFile[]>) {
      try {
        const { importSeenOn } = state.session.getState();
        const more = Day.safeParse(importSeenOn).success && importSeenOn ? { seenOn: importSeenOn } : {};
        await importHeld(state, await hold(), more);
      } catch (error) {
        notifyError(state, error);
      }
    }
    function onDrop(event: DragEvent) {
      if (!carriesFiles(event)) return;
      setOver(false);
      if (event.defaultPrevented) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      const { takeRegisterFile } = state.session.getState();
      if (takeRegisterFile) takeRegisterFile(files);
      else void take(files);
    }
    async function onPaste(event: ClipboardEvent) {
      const { dialog, question, ask } = state.session.getState();
      // A screen may have handled the paste already, such as teasers from another page.
      if (event.defaultPrevented) return;
      if (dialog || question || isTextField(event.target) || isTextField(document.activeElement)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) {
        event.preventDefault();
        return take(files);
      }
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      const html = event.clipboardData?.getData('text/html') ?? '';
      event.preventDefault();
      const goAhead = await ask({
        title: 'Import the pasted text as a saved page?',
        body: `It begins: “${text.trim().slice(0, SHOWN)}${text.trim().length > SHOWN ? '…' : ''}”`,
        confirm: 'Import',
      });
      if (goAhead) await takeHeld(async () => [await holdPaste({ text, html })]);
    }
    const paste = (event: ClipboardEvent) => void onPaste(event);
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', paste);
    };
  }, [state]);

  if (!isOver) return null;
  return (
    <div className={styles['veil']}>
      <div className={styles['box']}>
        <FileDown size={28} aria-hidden="true" />
        <p>{isForRegister ? 'Drop a register file to see what it changes' : 'Drop saved pages to import them'}</p>
      </div>
    </div>
  );
}
