import { type FormEvent, useState } from 'react';
import type { SystemCode } from '../../../../shared/models.ts';
import type { Check } from '../../../../shared/pages/checks.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Checkbox } from '../../../ui/forms/Checkbox.tsx';
import { TextField } from '../../../ui/forms/Field.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import { silenceCheck } from './check-actions.ts';

/** SilenceDialog silences one check on one page, with a note. */
export function SilenceDialog({ system, check, onClose }: { system: SystemCode; check: Check; onClose: () => void }) {
  const state = useAppState();
  const [note, setNote] = useState('');
  const [isWholeKind, setWholeKind] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const hasOthers = check.key !== check.kind;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (note.trim() === '') return setRefusal('Type a few words on why this does not matter here.');
    if (await silenceCheck(state, system, check, note, isWholeKind)) onClose();
  }

  return (
    <Dialog
      title="Silence a check on this page"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="silence-check">
            Silence
          </Button>
        </>
      }
    >
      <form id="silence-check" className={layoutStyles['form']} onSubmit={(event) => void submit(event)} noValidate>
        <p>{check.says}</p>
        <TextField
          label="Why it does not matter here"
          value={note}
          onChange={(value) => {
            setNote(value);
            setRefusal(null);
          }}
          maxLength={500}
          error={refusal}
          hint="It stays listed with this note, and you can re-enable it."
          autoFocus
        />
        {hasOthers ? (
          <Checkbox isSelected={isWholeKind} onChange={setWholeKind}>
            All checks of this kind on this page
          </Checkbox>
        ) : null}
      </form>
    </Dialog>
  );
}
