import { type FocusEvent, useState } from 'react';
import type { EditorTeaser, SystemCode } from '../../../../shared/models.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { TextField } from '../../../ui/forms/Field.tsx';
import styles from './RewordPanel.module.css';
import { scheduleTeaser } from './reword-actions.ts';
import { readDays } from './reword-model.ts';

/** ScheduleFields edits the first and last day of the teaser on this page, both inclusive. A blank day is no limit. */
export function ScheduleFields({ system, teaser }: { system: SystemCode; teaser: EditorTeaser }) {
  const state = useAppState();
  const [draft, setDraft] = useState<{ from: string; until: string } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const saved = { from: teaser.from ?? '', until: teaser.until ?? '' };
  const shown = draft ?? saved;
  /** The days when the editor began to change them. */
  const [base, setBase] = useState({ from: teaser.from, until: teaser.until });
  const change = (days: { from: string; until: string }) => {
    if (draft === null) setBase({ from: teaser.from, until: teaser.until });
    setDraft(days);
  };

  async function commit() {
    if (!draft || (draft.from === saved.from && draft.until === saved.until)) return setDraft(null);
    const days = readDays(draft.from, draft.until);
    if (!days.ok) return setRefusal(days.reason);
    setRefusal(null);
    if (await scheduleTeaser(state, system, teaser.articleId, { from: days.from, until: days.until }, base)) {
      setDraft(null);
    }
  }

  function onBlur(event: FocusEvent<HTMLFieldSetElement>) {
    if (!event.currentTarget.contains(event.relatedTarget)) void commit();
  }

  return (
    // Save when both fields are left, because the two days are one decision.
    <fieldset className={styles['days']} aria-label="Days on this page" onBlur={onBlur}>
      <TextField
        label="First day on this page"
        type="date"
        value={shown.from}
        onChange={(from) => change({ ...shown, from })}
      />
      <TextField
        label="Last day on this page"
        type="date"
        value={shown.until}
        onChange={(until) => change({ ...shown, until })}
        error={refusal}
      />
      <p className={styles['hint']}>Both days count. Leave a day blank for no limit.</p>
    </fieldset>
  );
}
