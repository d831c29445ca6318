import { FileWarning } from 'lucide-react';
import { useAppState } from '../state/app-state.tsx';
import { useLibraryInfo } from '../state/queries.ts';
import { notifyError } from '../state/writes.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ConnectionBanner.module.css';

/** LibraryBanner says why nothing is written to the library any more, and leads to the copy with the work. */
export function LibraryBanner() {
  const state = useAppState();
  const trouble = useLibraryInfo().data?.trouble;
  if (!trouble) return null;
  const openSaved = async () => {
    try {
      const { name } = await state.api.call('library.openSaved', {});
      state.session.getState().announce(`${name} is open.`);
    } catch (error) {
      notifyError(state, error);
    }
  };
  return (
    <div className={styles['banner']} role="alert">
      <FileWarning size={16} aria-hidden="true" />
      <p>{trouble.message}</p>
      {trouble.savedAs !== null && <Button onPress={openSaved}>Open the saved copy</Button>}
    </div>
  );
}
