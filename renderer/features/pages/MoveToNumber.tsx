import { type FormEvent, useState } from 'react';
import { moveTeaser, openTeaserOf } from '../../commands/page-actions.ts';
import { useAppState } from '../../state/app-state.tsx';
import { readNumber, teasersOf } from '../../state/page-moves.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';

/** Sends the selected teaser to a number typed in. */
export function MoveToNumber({ onClose }: { onClose: () => void }) {
  const state = useAppState();
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const open = openTeaserOf(state);
  if (!open) return null;
  const last = teasersOf(open.page).length;

  function submit(event: FormEvent) {
    event.preventDefault();
    const read = readNumber(text, last);
    if (!read.ok) return setRefusal(read.reason);
    onClose();
    if (open) void moveTeaser(state, open.teaser.articleId, read.position);
  }

  return (
    <Dialog
      title={`Move teaser ${open.teaser.position} to a number`}
      width="narrow"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="move-to-number">
            Move
          </Button>
        </>
      }
    >
      <form id="move-to-number" onSubmit={submit} noValidate>
        <TextField
          label={`Number, 1 to ${last}`}
          value={text}
          onChange={(value) => {
            setText(value);
            setRefusal(null);
          }}
          inputMode="numeric"
          autoFocus
          error={refusal}
          hint="Pinned teasers keep their numbers."
        />
      </form>
    </Dialog>
  );
}
