import { memo } from 'react';
import { Button as AriaButton, VisuallyHidden } from 'react-aria-components';
import type { CommandId } from '../../../shared/command-list.ts';
import { useCommandControl } from '../../commands/context.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './KeyBar.module.css';

const KEYS: readonly { id: CommandId; label: string }[] = [
  { id: 'queue.accept1', label: 'accept' },
  { id: 'queue.reject1', label: 'reject' },
  { id: 'queue.acceptAll', label: 'accept all, next' },
  { id: 'queue.national', label: 'national' },
  { id: 'queue.another', label: 'add a system' },
  { id: 'queue.strength', label: 'strength' },
  { id: 'queue.done', label: 'done, next' },
  { id: 'queue.next', label: 'next' },
  { id: 'queue.previous', label: 'previous' },
  { id: 'edit.undo', label: 'undo' },
];

/** KeyBar shows the queue's shortcuts, each as a button. */
export const KeyBar = memo(function KeyBar() {
  return (
    <footer className={styles['bar']}>
      {KEYS.map((key) => (
        <KeyButton key={key.id} {...key} />
      ))}
    </footer>
  );
});

function KeyButton({ id, label }: { id: CommandId; label: string }) {
  const control = useCommandControl(id);
  // One button stands for all nine offers. It acts on the first offer, as its key does.
  const isFirst = id === 'queue.accept1' || id === 'queue.reject1';
  return (
    <AriaButton className={styles['key'] ?? ''} isDisabled={control.isDisabled} onPress={control.onPress}>
      {control.keys ? <Kbd>{control.keys}</Kbd> : null}
      {label}
      {isFirst ? <VisuallyHidden elementType="span"> offer 1</VisuallyHidden> : null}
    </AriaButton>
  );
}
