import { X } from 'lucide-react';
import { useState } from 'react';
import { type Selection, STRENGTHS, type Strength } from '../../../../shared/models.ts';
import { counted } from '../../../../shared/words/counted.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { useSystems, useSystemsByCode } from '../../../state/queries.ts';
import { formatSuccessors } from '../../../state/system-search.ts';
import { write } from '../../../state/writes.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { PickList } from '../../../ui/forms/PickList.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import textStyles from '../../../ui/text.module.css';
import { formatOutside } from '../selected-words.ts';
import styles from './TagPickerDialog.module.css';
import { choiceKey, choiceName, choicesFor, consequence, isIdle, STRENGTH_WORDS, shareOf } from './tag-model.ts';
import { useTagState } from './use-tag-state.ts';

const AS_IS = 'no change';
const STRENGTH_OPTIONS: readonly { id: Strength | typeof AS_IS; label: string }[] = [
  { id: AS_IS, label: 'About, for new tags' },
  ...STRENGTHS.map((id) => ({ id, label: `${STRENGTH_WORDS[id].label}, for all` })),
];

/**
 * TagPickerDialog adds systems to the selected stories, or removes them; it never toggles. Enter selects a system,
 * Enter again applies the choice. The effect is shown at the foot first.
 */
export function TagPickerDialog({
  mode,
  selection,
  onClose,
}: {
  mode: 'add' | 'remove';
  selection: Selection;
  onClose: () => void;
}) {
  const state = useAppState();
  const systems = useSystems();
  const byCode = useSystemsByCode();
  const tags = useTagState(selection);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [strength, setStrength] = useState<Strength | typeof AS_IS>(AS_IS);
  const [isWorking, setWorking] = useState(false);
  const title = mode === 'add' ? 'Add systems' : 'Remove systems';

  // Render the field before the counts arrive: an editor may type right after the shortcut.
  const counts = tags.data ?? {
    total: selection.kind === 'ids' ? selection.ids.length : 0,
    outside: 0,
    national: 0,
    systems: [],
  };
  const isKnown = tags.data !== undefined;
  const wanted = strength === AS_IS ? null : strength;
  const all = choicesFor(mode, systems, counts, '');
  const picked = all.filter((choice) => chosen.includes(choiceKey(choice)));
  const options = choicesFor(mode, systems, counts, text).map((choice) => {
    const key = choiceKey(choice);
    const former = choice.kind === 'system' ? formatSuccessors(choice.system, byCode) : null;
    const idle = isKnown && isIdle(mode, choice, counts, wanted);
    const share = isKnown ? shareOf(choice.count, counts.total) : '';
    return {
      id: key,
      isDisabled: idle,
      isChecked: chosen.includes(key),
      content: (
        <>
          <span className={styles['tick']} aria-hidden="true">
            {chosen.includes(key) ? '✓' : ''}
          </span>
          <span className={textStyles['line']}>{choiceName(choice)}</span>
          <span className={cx(styles['detail'], textStyles['smallQuiet'])}>
            {former ?? (choice.kind === 'system' ? choice.system.code : 'every page')}
          </span>
          <span className={cx(styles['share'], textStyles['smallQuiet'])}>{share}</span>
        </>
      ),
    };
  });
  const many = counts.total > 0 ? counted(counts.total, 'story', 'stories') : 'all';
  const label = `${mode === 'add' ? 'Add to' : 'Remove from'} ${counts.total === 1 && counts.outside === 0 ? 'this story' : many}${formatOutside(counts.total, counts.outside)}`;

  function pick(id: string) {
    setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
    setText('');
  }

  async function apply() {
    if (picked.length === 0 || isWorking) return;
    setWorking(true);
    const input = {
      selection,
      systems: picked.flatMap((choice) => (choice.kind === 'system' ? [choice.system.code] : [])),
      national: picked.some((choice) => choice.kind === 'national'),
    };
    const done =
      mode === 'add'
        ? await write(state, 'tags.add', { ...input, ...(wanted ? { strength: wanted } : {}) })
        : await write(state, 'tags.remove', input);
    setWorking(false);
    if (done) onClose();
  }

  return (
    <Dialog title={title} bare onClose={onClose}>
      <div className={styles['picker']}>
        <PickList
          label={`${title}: name, code or abbreviation`}
          placeholder={mode === 'add' ? 'Add a system: name, code or abbreviation' : 'Remove a system'}
          text={text}
          onText={setText}
          options={options}
          onPick={pick}
          isMultiple
          startsBlank
          // Enter in the empty field applies what is chosen.
          onEnter={(isWithModifier) => {
            if (!isWithModifier && (text !== '' || picked.length === 0)) return false;
            void apply();
            return true;
          }}
          onBackspace={() => setChosen((now) => now.slice(0, -1))}
          onEscape={onClose}
          empty={
            tags.error
              ? tags.error.message
              : mode === 'remove' && all.length === 0
                ? isKnown
                  ? 'None of these stories is filed anywhere.'
                  : 'Checking where they are filed…'
                : 'No system has that name, code or abbreviation.'
          }
        />
        <div className={styles['foot']}>
          {picked.length > 0 ? (
            <ul className={styles['chosen']} aria-label="Chosen">
              {picked.map((choice) => (
                <li key={choiceKey(choice)}>
                  <span>{isKnown ? consequence(mode, choice, counts) : choiceName(choice)}</span>
                  <Button
                    variant="quiet"
                    aria-label={`Do not ${mode} ${choiceName(choice)}`}
                    onPress={() => pick(choiceKey(choice))}
                    className={styles['drop']}
                  >
                    <X size={13} aria-hidden="true" />
                  </Button>
                </li>
              ))}
            </ul>
          ) : (
            <p className={textStyles['smallQuiet']}>
              <Kbd isSpoken>Enter</Kbd> to select, <Kbd isSpoken>Enter</Kbd> again to {mode}.
            </p>
          )}
          <div className={styles['actions']}>
            {mode === 'add' ? (
              <Select
                label="How much the stories concern it"
                hideLabel
                value={strength}
                onChange={setStrength}
                options={STRENGTH_OPTIONS}
              />
            ) : null}
            <Button
              variant="primary"
              isDisabled={picked.length === 0}
              isPending={isWorking}
              onPress={() => void apply()}
            >
              {label}
            </Button>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
