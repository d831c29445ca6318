import { useState } from 'react';
import type { EditorTeaser, SystemCode } from '../../../shared/models.ts';
import { scheduleTeaser } from '../../commands/page-actions.ts';
import { useAppState } from '../../state/app-state.tsx';
import { TextField } from '../../ui/Field.tsx';
import styles from './RewordPanel.module.css';
import { readDays } from './reword-model.ts';

/** The first and last day the teaser stands here, both inclusive; an empty one is open. */
export function ScheduleFields({ system, teaser }: { system: SystemCode; teaser: EditorTeaser }) {
  const state = useAppState();
  const [draft, setDraft] = useState<{ from: string; until: string } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const saved = { from: teaser.from ?? '', until: teaser.until ?? '' };
  const shown = draft ?? saved;

  async function commit() {
    if (!draft || (draft.from === saved.from && draft.until === saved.until)) return setDraft(null);
    const days = readDays(draft.from, draft.until);
    if (!days.ok) return setRefusal(days.reason);
    setRefusal(null);
    if (await scheduleTeaser(state, system, teaser.articleId, { from: days.from, until: days.until })) setDraft(null);
  }

  return (
    <div className={styles['days']}>
      <TextField
        label="First day on this page"
        type="date"
        value={shown.from}
        onChange={(from) => setDraft({ ...shown, from })}
        onBlur={() => void commit()}
      />
      <TextField
        label="Last day on this page"
        type="date"
        value={shown.until}
        onChange={(until) => setDraft({ ...shown, until })}
        onBlur={() => void commit()}
        error={refusal}
      />
      <p className={styles['hint']}>Both days count. Leave a day empty to keep that end open.</p>
    </div>
  );
}
