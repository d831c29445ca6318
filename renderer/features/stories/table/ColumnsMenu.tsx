import { useAppState, useSession } from '../../../state/app-state.tsx';
import { savePreferences } from '../../../state/preferences.ts';
import { Button } from '../../../ui/Button.tsx';
import { MenuButton } from '../../../ui/Menu.tsx';
import { columns, settingOf, toVisibility } from './columns.tsx';

/** ColumnsMenu chooses the table's columns. Headline and date are fixed: a row without them is not recognisable. */
export function ColumnsMenu() {
  const state = useAppState();
  const panes = useSession((s) => s.preferences.panes);
  const visibility = toVisibility(panes);
  const entries = columns
    .filter((column) => column.enableHiding !== false)
    .map((column) => ({
      kind: 'item' as const,
      id: column.id ?? '',
      label: String(column.header),
      isChecked: visibility[column.id ?? ''] ?? true,
    }));
  function onAction(id: string) {
    void savePreferences(state, { panes: { [settingOf(id)]: visibility[id] ? 0 : 1 } });
  }
  return (
    <MenuButton label="Columns" entries={entries} onAction={onAction}>
      <Button>Columns</Button>
    </MenuButton>
  );
}
