import { Redo2, Search, Undo2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { inQuotes } from '../../shared/words/quotes.ts';
import { useCommandControl } from '../commands/context.tsx';
import { useLibraryInfo } from '../state/queries.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { WithTooltip } from '../ui/Tooltip.tsx';
import styles from './TopBar.module.css';

export function TopBar() {
  const palette = useCommandControl('app.palette');
  const undo = useCommandControl('edit.undo');
  const redo = useCommandControl('edit.redo');
  const info = useLibraryInfo().data;
  const undoLabel = info?.undo ? `Undo ${inQuotes(info.undo.label)}` : 'Undo';
  const redoLabel = info?.redo ? `Redo ${inQuotes(info.redo.label)}` : 'Redo: there is nothing to redo';
  return (
    <header className={styles['bar']}>
      <h1 className={styles['wordmark']}>Patchdesk</h1>
      <AriaButton className={styles['field'] ?? ''} onPress={palette.onPress} aria-haspopup="dialog">
        <Search size={15} aria-hidden="true" />
        <span className={styles['prompt']}>
          Search stories, or type <b>&gt;</b> for a command
        </span>
        {palette.keys ? <Kbd>{palette.keys}</Kbd> : null}
      </AriaButton>
      <div className={styles['history']}>
        <WithTooltip text={undoLabel} keys={undo.keys}>
          <Button
            variant="quiet"
            icon={<Undo2 size={15} aria-hidden="true" />}
            isDisabled={undo.isDisabled}
            onPress={undo.onPress}
            className={styles['undo']}
          >
            {undoLabel}
          </Button>
        </WithTooltip>
        <IconButton
          label={redoLabel}
          keys={redo.keys}
          icon={<Redo2 size={15} aria-hidden="true" />}
          isDisabled={redo.isDisabled}
          onPress={redo.onPress}
        />
      </div>
    </header>
  );
}
