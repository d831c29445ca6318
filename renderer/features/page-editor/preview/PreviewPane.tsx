import { useCallback, useEffect, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { SystemCode } from '../../../../shared/models.ts';
import { useApi, useSession } from '../../../state/app-state.tsx';
import { useQuery } from '../../../state/queries.ts';
import { cx } from '../../../ui/cx.ts';
import rowStyles from '../../../ui/rows.module.css';
import { ErrorState } from '../../../ui/States.tsx';
import { PageSideHeader } from '../PageSideHeader.tsx';
import { SCREENS } from './fold.ts';
import { PreviewFrame } from './PreviewFrame.tsx';
import styles from './PreviewPane.module.css';

const WIDTHS = ['phone', 'desktop'] as const;

/** PreviewPane shows the exported page, loaded again whenever the library changes. */
export function PreviewPane({ system, name }: { system: SystemCode; name: string }) {
  const door = useQuery('door.describe', {});
  const width = useSession((s) => s.previewWidth);
  const setWidth = useSession((s) => s.setPreviewWidth);
  const fold = useSession((s) => s.fold);
  const setFold = useSession((s) => s.setFold);
  const version = useLibraryVersion();

  const onSeen = useCallback((seen: number, of: number) => setFold({ system, seen, of }), [setFold, system]);
  // Clear the fold when the preview closes: nothing measures it then, and an old line would soon be wrong.
  useEffect(() => () => setFold(null), [setFold]);

  return (
    <>
      <PageSideHeader system={system} />
      <div className={styles['bar']}>
        <ToggleButtonGroup
          aria-label="Screen of the previewed page"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[width]}
          onSelectionChange={(keys) => setWidth(keys.has('desktop') ? 'desktop' : 'phone')}
          className={styles['widths'] ?? ''}
        >
          {WIDTHS.map((each) => (
            <ToggleButton key={each} id={each} className={cx(styles['width'], rowStyles['sunkenHovered'])}>
              {SCREENS[each].name} {SCREENS[each].width}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {fold?.system === system && fold.of > 0 ? (
          <span className={styles['seen']} title="Above the dashed line: what readers see without scrolling">
            {fold.seen} of {fold.of} seen at once
          </span>
        ) : null}
      </div>
      {door.data ? (
        <PreviewFrame
          key={system}
          src={`${door.data.previewBase}${system}?v=${version}`}
          title={`Preview of ${name}`}
          width={width}
          onSeen={onSeen}
        />
      ) : null}
      {door.error && !door.data ? (
        <ErrorState title="There is no preview" message={door.error.message} onRetry={door.retry} />
      ) : null}
    </>
  );
}

/** A number that rises with every change, so that the frame gets a new address and never stale content. */
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
