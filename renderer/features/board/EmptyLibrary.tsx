import { useCommandControl } from '../../commands/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/States.tsx';

/** EmptyLibrary replaces the board while there is no story: every page would be one error. */
export function EmptyLibrary() {
  const bringIn = useCommandControl('import.start');
  return (
    <EmptyState
      title="Bring in a page first"
      actions={
        <Button variant="primary" autoFocus onPress={bringIn.onPress} isDisabled={bringIn.isDisabled}>
          {bringIn.label}
        </Button>
      }
    >
      The library holds no stories, so every page is empty. Import a saved page, and its stories fill the pages of the
      systems they are filed to.
    </EmptyState>
  );
}
