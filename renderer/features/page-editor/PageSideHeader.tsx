import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { SystemCode } from '../../../shared/models.ts';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { useQuery } from '../../state/queries.ts';
import { showSide } from './checks/use-check-commands.ts';
import styles from './PageSideHeader.module.css';
import { PAGE_SIDES } from './page-editor-slice.ts';

/** PageSideHeader chooses what the right pane shows: preview, checks, versions or comparison. */
export function PageSideHeader({ system, children }: { system: SystemCode; children?: ReactNode }) {
  const state = useAppState();
  const side = useSession((s) => s.pageSide);
  const counts = useQuery('checks.page', { system }).data;
  const count = counts ? counts.errors + counts.warnings : 0;
  return (
    <header className={styles['header']}>
      <ToggleButtonGroup
        aria-label="Right pane view"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[side]}
        onSelectionChange={(keys) => {
          const [key] = keys;
          const chosen = PAGE_SIDES.find((each) => each === key);
          if (chosen) showSide(state, chosen);
        }}
        className={styles['sides'] ?? ''}
      >
        <ToggleButton id="preview" className={styles['side'] ?? ''}>
          Preview
        </ToggleButton>
        <ToggleButton id="checks" className={styles['side'] ?? ''}>
          Checks{count > 0 ? <span className={styles['count']}>{count}</span> : null}
        </ToggleButton>
        <ToggleButton id="versions" className={styles['side'] ?? ''}>
          Versions
        </ToggleButton>
        <ToggleButton id="beside" className={styles['side'] ?? ''}>
          {' '}
          Compare{' '}
        </ToggleButton>
      </ToggleButtonGroup>
      {children ? <div className={styles['actions']}>{children}</div> : null}
    </header>
  );
}
