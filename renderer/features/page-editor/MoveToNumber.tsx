import { type FormEvent, useState } from 'react';
import { counted } from '../../../shared/words/counted.ts';
import { readPosition } from '../../../shared/words/typed-position.ts';
import { useAppState } from '../../state/app-state.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/forms/Field.tsx';
import { focusTeaserWhenDrawn } from './focus-teaser.ts';
import { openTeasersOf, teasersOf } from './open-page.ts';
import { moveTeasers } from './placing/page-actions.ts';

const OTHERS_STAY = 'Pinned teasers keep their numbers.';

/** MoveToNumber moves the selected teasers to a typed number. The first of them gets that number. */
export function MoveToNumber({ onClose }: { onClose: () => void }) {
  const state = useAppState();
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const open = openTeasersOf(state);
  if (!open) return null;
  const last = teasersOf(open.page).length;
  const count = open.teasers.length;
  const only = count === 1 ? open.teasers[0] : null;

  function submit(event: FormEvent) {
    event.preventDefault();
    const read = readPosition(text, last);
    if (!read.ok) return setRefusal(read.reason);
    onClose();
    const ids = open?.teasers.map(({ articleId }) => articleId) ?? [];
    void moveTeasers(state, ids, { position: read.position });
    // The dialog restores the focus a frame later, to a row that has moved by then.
    const { teaser } = state.session.getState();
    if (teaser) requestAnimationFrame(() => focusTeaserWhenDrawn(teaser));
  }

  return (
    <Dialog
      title={
        only ? `Move teaser ${only.position} to a number` : `Move ${counted(count, 'teaser', 'teasers')} to a number`
      }
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
          hint={only ? OTHERS_STAY : `The first of them takes it, the others follow. ${OTHERS_STAY}`}
        />
      </form>
    </Dialog>
  );
}
