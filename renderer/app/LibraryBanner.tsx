import { FileWarning } from 'lucide-react';
import { counted } from '../../shared/words/counted.ts';
import { useAppState } from '../state/app-state.tsx';
import { useQuery } from '../state/queries.ts';
import { notifyError } from '../state/writes.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ConnectionBanner.module.css';

/** LibraryBanner says why nothing is written to the library any more, and leads to the copy with the work. */
export function LibraryBanner() {
  const state = useAppState();
  const trouble = useQuery('library.trouble', {}).data?.trouble;
  if (!trouble) return null;
  const openSaved = async () => {
    try {
      const { name } = await state.api.call('library.openSaved', {});
      state.session.getState().announce(`${name} is open.`);
    } catch (error) {
      notifyError(state, error);
    }
  };
  const saveReadable = async () => {
    try {
      const { path, tables } = await state.api.call('library.salvage', {});
      const lost = tables.reduce((sum, table) => sum + (table.lost ?? 0), 0);
      const isCertain = tables.every((table) => table.lost !== null);
      const words = isCertain
        ? counted(lost, 'row is lost', 'rows are lost')
        : 'Some rows are lost; nobody can say how many';
      state.session.getState().notify(`What can be read is in ${path}. ${words}.`);
    } catch (error) {
      notifyError(state, error);
    }
  };
  return (
    <div className={styles['banner']} role="alert">
      <FileWarning size={16} aria-hidden="true" />
      <p>{trouble.message}</p>
      {trouble.savedAs !== null && <Button onPress={openSaved}>Open the saved copy</Button>}
      {trouble.savedAs === null && trouble.kind === 'damaged' && (
        <Button onPress={saveReadable}>Save what can be read</Button>
      )}
    </div>
  );
}
