import { useEffect, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { SystemCode } from '../../../shared/models.ts';
import { useApi, useSession } from '../../state/app-state.tsx';
import { useQuery } from '../../state/queries.ts';
import { PaneHeader } from '../../ui/Pane.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { PreviewFrame } from './PreviewFrame.tsx';
import styles from './PreviewPane.module.css';

/** What readers get: the exported page itself, loaded anew whenever the library changes. */
export function PreviewPane({ system, name }: { system: SystemCode; name: string }) {
  const door = useQuery('door.describe', {});
  const width = useSession((now) => now.previewWidth);
  const setWidth = useSession((now) => now.setPreviewWidth);
  const version = useLibraryVersion();
  return (
    <>
      <PaneHeader title="Preview">
        <ToggleButtonGroup
          aria-label="Width of the previewed page"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[width]}
          onSelectionChange={(keys) => setWidth(keys.has('desktop') ? 'desktop' : 'phone')}
          className={styles['widths'] ?? ''}
        >
          <ToggleButton id="desktop" className={styles['width'] ?? ''}>
            Desktop
          </ToggleButton>
          <ToggleButton id="phone" className={styles['width'] ?? ''}>
            Phone
          </ToggleButton>
        </ToggleButtonGroup>
      </PaneHeader>
      {door.data ? (
        <PreviewFrame
          src={`${door.data.previewBase}${system}?v=${version}`}
          title={`Preview of ${name}`}
          width={width}
        />
      ) : null}
      {door.error && !door.data ? (
        <ErrorState title="There is no preview" message={door.error.message} onRetry={door.retry} />
      ) : null}
    </>
  );
}

/** A number that rises with every change, so that the frame's address is new and its content never stale. */
function useLibraryVersion(): number {
  const api = useApi();
  const [version, setVersion] = useState(1);
  useEffect(
    () =>
      api.subscribe((event) => {
        if (event.name === 'library.changed' || event.name === 'library.opened') setVersion((now) => now + 1);
      }),
    [api],
  );
  return version;
}
