import type { CommandId } from '../../../shared/command-list.ts';
import { useCommandControl } from '../../commands/context.tsx';
import { Button, type ButtonProps } from '../../ui/Button.tsx';

/** CommandButton runs a command, with its label, shortcut and enabled state. */
export function CommandButton({ id, variant }: { id: CommandId; variant?: ButtonProps['variant'] }) {
  const control = useCommandControl(id);
  return (
    <Button
      {...(variant ? { variant } : {})}
      onPress={control.onPress}
      isDisabled={control.isDisabled}
      keys={control.keys}
    >
      {control.label}
    </Button>
  );
}
