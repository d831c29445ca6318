import { Unplug } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useApi } from '../state/app-state.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './ConnectionBanner.module.css';

/**
 * ConnectionBanner warns when the browser door's desk has stopped while the tab stays open. Text already typed is
 * kept.
 */
export function ConnectionBanner() {
  const api = useApi();
  const connection = useSyncExternalStore(
    (listener) => api.onConnection(listener),
    () => api.connection(),
  );
  if (connection === 'open') return null;
  return (
    <div className={styles['banner']} role="alert">
      <Unplug size={16} aria-hidden="true" />
      <p>
        Patchdesk is not responding. The screen may be out of date, and nothing can be saved until it is back. If
        Patchdesk was stopped, start it again and open the address it prints.
      </p>
      <Button onPress={() => api.reconnect()}>Try again</Button>
    </div>
  );
}
