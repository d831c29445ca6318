import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { EditorTeaser, OverrideField, SystemCode } from '../../../../shared/models.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { Button } from '../../../ui/Button.tsx';
import { TextAreaField, TextField } from '../../../ui/forms/Field.tsx';
import textStyles from '../../../ui/text.module.css';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import { labelHint } from '../image-words.ts';
import { FIELD_NAMES } from '../page-words.ts';
import { RewordMeanwhile } from './RewordMeanwhile.tsx';
import styles from './RewordPanel.module.css';
import { rewordTeaser } from './reword-actions.ts';
import { commitOf, shownWords } from './reword-model.ts';

const MULTILINE: ReadonlySet<OverrideField> = new Set(['standfirst']);
/** Rows of each field. A headline is one line that wraps. */
const ROWS: Record<OverrideField, number> = { headline: 2, standfirst: 4, kicker: 1, alt: 1 };

/** RewordField edits one field of a teaser, with the source's words below. Leaving the field saves it as one step. */
export function RewordField({
  system,
  teaser,
  field,
}: {
  system: SystemCode;
  teaser: EditorTeaser;
  field: OverrideField;
}) {
  const state = useAppState();
  const shown = shownWords(teaser, field);
  /** Null while there are no unsaved words; the field then shows the page's words. */
  const [draft, setDraft] = useState<string | null>(null);
  /** The page's words when the editor began to type. */
  const [base, setBase] = useState(shown);
  /** Words being saved or just saved, which no longer count as unsaved. */
  const saving = useRef<string | null>(null);
  const row = useRef<HTMLDivElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  useKeptFocus(row);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isOverridden = teaser.overrides.includes(field);

  const isChangedElsewhere = draft !== null && shown !== base && shown !== draft && saving.current === null;

  /** The buttons go with the choice, so the focus returns to the field first. */
  function choose(take: () => void) {
    row.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    take();
  }

  async function commit(words: string | null) {
    if (words === null) return;
    const result = commitOf(teaser, field, words);
    if (result.kind === 'refuse') return setRefusal(result.reason);
    setRefusal(null);
    if (result.kind === 'nothing') return setDraft(null);
    saving.current = words;
    const isSaved = await rewordTeaser(state, system, teaser.articleId, { [field]: result.value }, { [field]: base });
    if (!isSaved) saving.current = null;
    // Words that failed to save stay in the field, and so do words typed since.
    if (isSaved) setDraft((now) => (now === words ? null : now));
  }

  // Leaving the screen saves the field, like leaving the field itself.
  const unsaved = useRef<() => void>(() => undefined);
  useEffect(() => {
    unsaved.current = () => void commit(draft);
  });
  useEffect(() => () => unsaved.current(), []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || !MULTILINE.has(field))) {
      event.preventDefault();
      void commit(draft);
    }
    if (event.key === 'Escape' && draft !== null && draft !== shown && draft !== saving.current) {
      event.preventDefault();
      setDraft(null);
      setRefusal(null);
    }
  }

  const props = {
    label: FIELD_NAMES[field],
    value: draft ?? shown,
    onChange: (words: string) => {
      // Anything typed from now on is unsaved again.
      saving.current = null;
      if (draft === null) setBase(shown);
      // A pasted headline may contain line breaks. Only a standfirst may have them.
      setDraft(MULTILINE.has(field) ? words : words.replace(/\s*\n\s*/g, ' '));
    },
    onBlur: (event: FocusEvent<Element>) => {
      // Choosing between the versions is no leaving of the field.
      if (!notice.current?.contains(event.relatedTarget)) void commit(draft);
    },
    onKeyDown,
    error: refusal,
    hint: field === 'alt' ? labelHint(teaser) : null,
    copy: true,
  };
  const source = teaser.source[field];
  return (
    <div ref={row} className={styles['field']} data-field={field}>
      {isChangedElsewhere ? (
        <RewordMeanwhile
          system={system}
          teaser={teaser}
          field={field}
          ref={notice}
          onTheirs={() => choose(() => setDraft(null))}
          onMine={() => choose(() => setBase(shown))}
        />
      ) : null}
      {ROWS[field] > 1 ? <TextAreaField {...props} rows={ROWS[field]} /> : <TextField {...props} />}
      <div className={styles['source']}>
        <span className={textStyles['smallQuiet']}>Source</span>
        <p className={styles['sourceWords']}>{source ?? <em>nothing</em>}</p>
        {isOverridden ? (
          <Button
            aria-label={`Reset to source: ${FIELD_NAMES[field].toLowerCase()}`}
            onPress={() => {
              setDraft(null);
              setRefusal(null);
              void rewordTeaser(state, system, teaser.articleId, { [field]: null }, { [field]: shown });
            }}
          >
            Reset to source
          </Button>
        ) : null}
      </div>
    </div>
  );
}
