import { type FocusEvent, useEffect, useRef, useState } from 'react';
import type { EditorTeaser, SystemCode } from '../../../../shared/models.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { DayField } from '../../../ui/forms/DayField.tsx';
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

  const newest = useRef(commit);
  useEffect(() => {
    newest.current = commit;
  });

  function onBlur(event: FocusEvent<HTMLFieldSetElement>) {
    const { currentTarget } = event;
    // A day is several fields in one, and the focus passes between them: look where it has come to rest.
    setTimeout(() => {
      if (!currentTarget.contains(document.activeElement)) void newest.current();
    });
  }

  return (
    // Save when both fields are left, because the two days are one decision.
    <fieldset className={styles['days']} aria-label="Days on this page" onBlur={onBlur}>
      <DayField label="First day on this page" value={shown.from} onChange={(from) => change({ ...shown, from })} />
      <DayField
        label="Last day on this page"
        value={shown.until}
        onChange={(until) => change({ ...shown, until })}
        error={refusal}
      />
      <p className={styles['hint']}>Both days count. Leave a day blank for no limit.</p>
    </fieldset>
  );
}
