import { type FormEvent, useState } from 'react';
import type { MethodInput } from '../../../shared/contract.ts';
import { DEFAULT_LIMITS, type PageLimits } from '../../../shared/pages/checks.ts';
import { Preferences, type Theme } from '../../../shared/settings.ts';
import { useAppState, useSession } from '../../state/app-state.tsx';
import type { Choices } from '../../state/conflicts.ts';
import { useQuery } from '../../state/queries.ts';
import { callSeen, type Merge } from '../../state/seen-writes.ts';
import { notifyError } from '../../state/writes.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/forms/Field.tsx';
import { Select } from '../../ui/forms/Select.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { KeysSection } from './KeysSection.tsx';
import { LimitsSection } from './LimitsSection.tsx';
import { type LimitsDraft, readLimits, toLimitsDraft } from './limits-draft.ts';

const THEMES: readonly { id: Theme; label: string }[] = [
  { id: 'system', label: 'Match the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];

const LIMITS_MERGE: Merge<MethodInput<'settings.set'>> = {
  take: (input, choices, theirs) => ({
    ...input,
    limits: { ...input.limits, ...partsOf(choices) },
    seen: { ...input.seen, limits: { ...input.seen?.limits, ...partsOf(theirs) } },
  }),
};

/** `limits.headline` is the limit of headlines. */
function partsOf(values: Choices): object {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name.replace(/^limits\./, ''), value]));
}

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const state = useAppState();
  const settings = useQuery('settings.get', {}).data;
  const preferences = useSession((s) => s.preferences);
  /** Save only what changed here: another window may have changed something else. */
  const [change, setChange] = useState<Partial<Preferences>>({});
  const shown = { ...preferences, author: settings?.author ?? '', ...change };
  const put = (more: Partial<Preferences>) => setChange((before) => ({ ...before, ...more }));
  /** Null until something is typed; the fields then show the saved limits. */
  const [typed, setTyped] = useState<LimitsDraft | null>(null);
  /** The limits when the editor began to type. */
  const [seen, setSeen] = useState<PageLimits | null>(null);
  const type = (draft: LimitsDraft) => {
    if (typed === null) setSeen(settings?.limits ?? null);
    setTyped(draft);
  };
  const [isSaving, setSaving] = useState(false);
  const error = shown.author?.trim() === '' ? 'Type a name: the history shows who made each change.' : null;

  async function save(event: FormEvent) {
    event.preventDefault();
    // Undefined leaves the saved limits as they are.
    const limits = typed === null ? undefined : readLimits(typed);
    if (error || limits === null) return;
    setSaving(true);
    try {
      const input = { ...change, limits, ...(seen && { seen: { limits: seen } }) };
      const saved = await callSeen(state, 'settings.set', input, LIMITS_MERGE);
      if (saved === 'cancelled' || saved === 'theirs') return setSaving(false);
      state.queries.put('settings.get', {}, saved);
      // Limits are not in the history, so no event reports the change: refresh the checks here.
      state.queries.refresh();
      state.session.getState().setPreferences(Preferences.parse(saved));
      onClose();
    } catch (fault) {
      notifyError(state, fault);
      setSaving(false);
    }
  }

  return (
    <Dialog
      title="Settings"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" form="settings" variant="primary" isPending={isSaving}>
            Save
          </Button>
        </>
      }
    >
      <form id="settings" className={layoutStyles['form']} onSubmit={(event) => void save(event)}>
        <TextField
          label="Your name"
          value={shown.author ?? ''}
          onChange={(name) => put({ author: name })}
          error={error}
          hint="Shown beside your changes in History."
          maxLength={80}
          autoFocus
        />
        <Select label="Theme" value={shown.theme} onChange={(theme) => put({ theme })} options={THEMES} />
        {typed || settings ? (
          <LimitsSection draft={typed ?? toLimitsDraft(settings?.limits ?? DEFAULT_LIMITS)} onChange={type} />
        ) : null}
        <KeysSection keys={shown.keys} onChange={(keys) => put({ keys })} />
      </form>
    </Dialog>
  );
}
