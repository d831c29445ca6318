import { type FormEvent, useState } from 'react';
import { DEFAULT_LIMITS } from '../../../shared/pages/checks.ts';
import { useAppState, useSession } from '../../state/app-state.tsx';
import type { Theme } from '../../state/layout.ts';
import { useLibraryInfo, useQuery } from '../../state/queries.ts';
import { notifyError } from '../../state/writes.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from '../dialogs.module.css';
import { KeysSection } from './KeysSection.tsx';
import { LimitsSection } from './LimitsSection.tsx';
import { type LimitsDraft, readLimits, toLimitsDraft } from './limits-draft.ts';

const THEMES: readonly { id: Theme; label: string }[] = [
  { id: 'system', label: 'Match the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const state = useAppState();
  const info = useLibraryInfo().data;
  const theme = useSession((now) => now.theme);
  const keysNow = useSession((now) => now.keys);
  const [author, setAuthor] = useState(info?.author ?? '');
  const [chosen, setChosen] = useState<Theme>(theme);
  const [keys, setKeys] = useState(keysNow);
  const known = useQuery('settings.get', {}).data?.limits;
  /** Null until something is typed; the fields then show the saved limits. */
  const [typed, setTyped] = useState<LimitsDraft | null>(null);
  const [isSaving, setSaving] = useState(false);
  const error = author.trim() === '' ? 'Type a name: the history shows who made each change.' : null;

  async function save(event: FormEvent) {
    event.preventDefault();
    // Undefined leaves the saved limits as they are.
    const limits = typed === null ? undefined : readLimits(typed);
    if (error || limits === null) return;
    setSaving(true);
    try {
      const settings = await state.api.call('settings.set', { author: author.trim(), theme: chosen, keys, limits });
      state.queries.put('settings.get', {}, settings);
      // Limits are not in the history, so no event reports the change: refresh the checks here.
      state.queries.refresh();
      state.session.getState().setTheme(settings.theme);
      state.session.getState().setKeys(settings.keys);
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
      <form id="settings" className={styles['form']} onSubmit={(event) => void save(event)}>
        <TextField
          label="Your name"
          value={author}
          onChange={setAuthor}
          error={error}
          hint="Shown beside your changes in History."
          maxLength={80}
          autoFocus
        />
        <Select label="Theme" value={chosen} onChange={setChosen} options={THEMES} />
        {typed || known ? (
          <LimitsSection draft={typed ?? toLimitsDraft(known ?? DEFAULT_LIMITS)} onChange={setTyped} />
        ) : null}
        <KeysSection keys={keys} onChange={setKeys} />
      </form>
    </Dialog>
  );
}
