import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { SystemCode } from '../../../shared/models.ts';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { useQuery } from '../../state/queries.ts';
import { cx } from '../../ui/cx.ts';
import layoutStyles from '../../ui/layout.module.css';
import rowStyles from '../../ui/rows.module.css';
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
        <ToggleButton id="preview" className={cx(styles['side'], rowStyles['sunkenHovered'])}>
          Preview
        </ToggleButton>
        <ToggleButton id="checks" className={cx(styles['side'], rowStyles['sunkenHovered'])}>
          Checks{count > 0 ? <span className={styles['count']}>{count}</span> : null}
        </ToggleButton>
        <ToggleButton id="versions" className={cx(styles['side'], rowStyles['sunkenHovered'])}>
          Versions
        </ToggleButton>
        <ToggleButton id="beside" className={cx(styles['side'], rowStyles['sunkenHovered'])}>
          {' '}
          Compare{' '}
        </ToggleButton>
      </ToggleButtonGroup>
      {children ? <div className={cx(styles['actions'], layoutStyles['actions'])}>{children}</div> : null}
    </header>
  );
}
