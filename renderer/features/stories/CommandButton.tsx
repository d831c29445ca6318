import type { CommandId } from '../../../shared/command-list.ts';
import { useCommandControl } from '../../commands/context.tsx';
import { Button, type ButtonProps } from '../../ui/Button.tsx';

/** A button that is a command: its words, its key, its time. */
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
