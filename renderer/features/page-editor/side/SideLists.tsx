import { PanelLeftClose } from 'lucide-react';
import { memo } from 'react';
import type { SystemCode } from '../../../../shared/models.ts';
import { useCommandControl } from '../../../commands/context.tsx';
import { useAppState, useSession } from '../../../state/app-state.tsx';
import { useQuery } from '../../../state/queries.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { Candidates } from './Candidates.tsx';
import { Shelf } from './Shelf.tsx';
import styles from './SideLists.module.css';

/** SideLists shows the candidates and the shelf. */
export const SideLists = memo(function SideLists({ system }: { system: SystemCode }) {
  const { session } = useAppState();
  const list = useSession((s) => s.sideList);
  const shelf = useQuery('shelf.list', { system });
  const candidates = useCommandControl('page.candidates');
  const shelfControl = useCommandControl('page.shelf');
  const control = list === 'shelf' ? shelfControl : candidates;
  return (
    <div className={styles['side']}>
      <Tabs
        label="Story lists"
        tabs={[
          { id: 'candidates', label: 'Candidates' },
          { id: 'shelf', label: 'Shelf', count: shelf.data ? shelf.data.length.toLocaleString('en-GB') : undefined },
        ]}
        selected={list}
        onSelect={(id) => session.getState().showSide(id)}
        panel={(id) =>
          id === 'shelf' ? (
            <Shelf key={system} system={system} shelf={shelf} />
          ) : (
            <Candidates key={system} system={system} />
          )
        }
      />
      <IconButton
        label={list === 'shelf' ? 'Hide the shelf' : 'Hide the candidates'}
        keys={control.keys}
        icon={<PanelLeftClose size={16} aria-hidden="true" />}
        className={styles['hide']}
        onPress={control.onPress}
      />
    </div>
  );
});
