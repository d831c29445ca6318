import { Monitor, Smartphone } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { SystemCode } from '../../../shared/models.ts';
import { useApi, useSession } from '../../state/app-state.tsx';
import { useQuery } from '../../state/queries.ts';
import { ErrorState } from '../../ui/States.tsx';
import { WithTooltip } from '../../ui/Tooltip.tsx';
import { PageSideHeader } from './PageSideHeader.tsx';
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
      <PageSideHeader system={system}>
        <ToggleButtonGroup
          aria-label="Width of the previewed page"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[width]}
          onSelectionChange={(keys) => setWidth(keys.has('desktop') ? 'desktop' : 'phone')}
          className={styles['widths'] ?? ''}
        >
          <WithTooltip text="Desktop">
            <ToggleButton id="desktop" aria-label="Desktop" className={styles['width'] ?? ''}>
              <Monitor size={15} aria-hidden="true" />
            </ToggleButton>
          </WithTooltip>
          <WithTooltip text="Phone">
            <ToggleButton id="phone" aria-label="Phone" className={styles['width'] ?? ''}>
              <Smartphone size={15} aria-hidden="true" />
            </ToggleButton>
          </WithTooltip>
        </ToggleButtonGroup>
      </PageSideHeader>
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
