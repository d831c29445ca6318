import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type EditedName, MAX_NAME_LENGTH, NAME_KINDS, type NameFields } from '../../../shared/tagging/names.ts';
import { useAppState } from '../../state/app-state.tsx';
import { useQuery, useSystemsByCode } from '../../state/queries.ts';
import { useSettled } from '../../state/settled.ts';
import { useUnsaved } from '../../state/unsaved.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox } from '../../ui/forms/Checkbox.tsx';
import { TextField } from '../../ui/forms/Field.tsx';
import { Select } from '../../ui/forms/Select.tsx';
import textStyles from '../../ui/text.module.css';
import styles from './NameDialog.module.css';
import { saveName } from './name-actions.ts';
import { fieldsOf, homesOf, isSameName, KIND_LABELS, levelOfName, NEW_NAME } from './names-model.ts';
import { SystemsField } from './SystemsField.tsx';
import { TrialView } from './TrialView.tsx';

/** Debounce for typing: long enough to skip single letters, short enough to feel immediate. */
const SETTLE_MS = 180;
const KIND_OPTIONS = NAME_KINDS.map((id) => ({ id, label: KIND_LABELS[id].one }));

const LEVEL_HINTS = {
  named: 'Will be offered as “named”: the name alone decides.',
  likely: 'Will be offered as “likely”: the name alone does not decide.',
  possible: 'Will be offered as “possible” for each of these systems.',
} as const;

/** NameDialog adds or changes a name. Its effect on the whole library is shown beside the form before saving. */
export function NameDialog({ name, onClose }: { name: EditedName | null; onClose: () => void }) {
  const state = useAppState();
  const byCode = useSystemsByCode();
  const [start] = useState<NameFields>(name ? fieldsOf(name) : NEW_NAME);
  const [draft, setDraft] = useState(start);
  const [wasAsked, setAsked] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const text = useSettled(draft.text, SETTLE_MS);
  const id = name?.id ?? null;
  const tried = { id, name: { ...draft, text: text.trim(), note: null } };
  const trial = useQuery('names.try', tried, { keepPrevious: true });
  const isCurrent = !trial.isPrevious && draft.text.trim() === text.trim();
  const isDirty = !isSameName(start, draft);
  // A missing field is not an error until the editor tries to save.
  const problem = isCurrent ? (trial.data?.problem ?? null) : null;
  const shown = wasAsked || (draft.text.trim() !== '' && draft.systems.length > 0) ? problem : null;
  const change = (part: Partial<NameFields>) => {
    setRefused(false);
    setDraft((now) => ({ ...now, ...part }));
  };
  const blamed = isRefused ? (problem?.part ?? null) : null;

  // Enter can be faster than the trial, so its problem may arrive after the save was refused.
  useEffect(() => {
    if (blamed === null) return;
    form.current?.querySelector<HTMLElement>(blamed === 'text' ? 'input' : `[data-opens='systems']`)?.focus();
    setRefused(false);
  }, [blamed]);

  const mayLeave = useUnsaved(isDirty);

  async function close() {
    if (await mayLeave()) onClose();
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (isSaving) return;
    if (isCurrent && trial.data?.problem) {
      state.session.getState().announce(trial.data.problem.sentence);
      setRefused(true);
      return;
    }
    setSaving(true);
    // The desk validates the draft again, in case the trial is out of date.
    const isSaved = await saveName(state, id, draft, start);
    setSaving(false);
    if (isSaved) onClose();
    else setRefused(true);
  }

  const homes = homesOf(draft.systems, byCode).length;
  return (
    <Dialog
      title={name ? `Change “${name.text}”` : 'Add a name'}
      width="wide"
      isDismissable={!isDirty}
      onClose={() => void close()}
      footer={
        <>
          <Button onPress={() => void close()}>Cancel</Button>
          <Button
            variant="primary"
            isPending={isSaving}
            isDisabled={name !== null && !isDirty}
            onPress={() => form.current?.requestSubmit()}
          >
            {name ? 'Save changes' : 'Add name'}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <form ref={form} className={styles['form']} onSubmit={save}>
          <TextField
            label="Name"
            value={draft.text}
            onChange={(value) => change({ text: value })}
            hint={KIND_LABELS[draft.kind].hint}
            error={shown?.part === 'text' ? shown.sentence : null}
            maxLength={MAX_NAME_LENGTH}
            autoFocus
            isRequired
            copy
          />
          <Select
            label="Kind of name"
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={KIND_OPTIONS}
          />
          <SystemsField
            systems={draft.systems}
            onChange={(systems) => change({ systems })}
            error={shown?.part === 'systems' ? shown.sentence : null}
          />
          <Checkbox isSelected={draft.matchCase} onChange={(matchCase) => change({ matchCase })}>
            Only with these capitals
          </Checkbox>
          <TextField
            label="Note"
            value={draft.note ?? ''}
            onChange={(value) => change({ note: value })}
            hint="Why this name is on the list, for other editors."
            maxLength={300}
          />
          {homes > 0 ? <p className={textStyles['second']}>{LEVEL_HINTS[levelOfName(draft.kind, homes)]}</p> : null}
          {/* Enter in a field submits this form; its button is in the dialog's footer. */}
          <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        </form>
        <TrialView
          trial={text.trim() === '' ? undefined : trial.data}
          input={tried}
          isBlank={draft.text.trim() === ''}
          hasSystems={draft.systems.length > 0}
          isStale={!isCurrent}
          error={text.trim() === '' ? null : trial.error}
          onRetry={trial.retry}
        />
      </div>
    </Dialog>
  );
}
