import { useEffect, useId, useState } from 'react';
import type { CommandId } from '../../../shared/command-list.ts';
import {
  CHANGEABLE,
  codeOf,
  DEFAULT_KEYS,
  type KeySettings,
  keyName,
  needsShift,
  refusalOf,
  withCode,
} from '../../../shared/keys.ts';
import { useSession } from '../../state/app-state.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/forms/Checkbox.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import layoutStyles from '../../ui/layout.module.css';
import textStyles from '../../ui/text.module.css';
import styles from './KeysSection.module.css';

/**
 * KeysSection lists the queue's shortcuts by position on the keyboard, with a way to change each, and the switch for
 * all single-key shortcuts.
 */
export function KeysSection({ keys, onChange }: { keys: KeySettings; onChange: (keys: KeySettings) => void }) {
  const heading = useId();
  const layout = useSession((s) => s.keyLayout);
  const [recording, setRecording] = useState<CommandId | null>(null);
  /** The command whose line gets the focus once recording ends. */
  const [returned, setReturned] = useState<CommandId | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isChanged = Object.keys(keys.codes).length > 0 || !keys.singleLetter;

  function take(id: CommandId, code: string) {
    const reason = refusalOf(id, code, keys);
    setRefusal(reason);
    if (reason) return;
    stop();
    onChange(withCode(keys, id, code));
  }
  function stop() {
    setReturned(recording);
    setRecording(null);
    setRefusal(null);
  }

  return (
    <section aria-labelledby={heading} className={styles['section']}>
      <div className={styles['title']}>
        <h3 id={heading} className={textStyles['title']}>
          Keys
        </h3>
        <Button
          variant="quiet"
          isDisabled={!isChanged}
          onPress={() => {
            stop();
            onChange(DEFAULT_KEYS);
          }}
        >
          Reset to default keys
        </Button>
      </div>
      <Checkbox isSelected={keys.singleLetter} onChange={(singleLetter) => onChange({ ...keys, singleLetter })}>
        Use single-key shortcuts
      </Checkbox>
      <p className={textStyles['quiet']}>
        Turn this off if you use voice control or often press keys by accident. Shortcuts with Ctrl, the arrows, Enter
        and all buttons still work.
      </p>
      {keys.singleLetter ? (
        <>
          <p className={textStyles['quiet']}>
            The queue’s keys depend on their position on the keyboard, not on the letter printed there. 1 to 9 accept
            the offer with that number; with Shift they reject it.
          </p>
          <ul className={styles['keys']}>
            {CHANGEABLE.map((command) => {
              const id = command.id;
              const shift = needsShift(command) ? 'Shift ' : '';
              const name = shift + keyName(codeOf(command, keys) ?? '', layout);
              return (
                <li key={id} className={styles['line']}>
                  <span className={layoutStyles['wideSecond']}>{command.label}</span>
                  {recording === id ? (
                    <Recorder shift={shift} onCode={(code) => take(id, code)} onStop={stop} />
                  ) : (
                    <>
                      <Kbd isSpoken>{name}</Kbd>
                      <Button
                        key="change"
                        variant="quiet"
                        autoFocus={returned === id}
                        aria-label={`Change the key for ${command.label}, now ${name}`}
                        onPress={() => {
                          setRefusal(null);
                          setRecording(id);
                        }}
                      >
                        Change
                      </Button>
                    </>
                  )}
                </li>
              );
            })}
          </ul>
          <p role="status" className={styles['refusal']}>
            {refusal}
          </p>
        </>
      ) : null}
    </section>
  );
}

/** Recorder takes the next key pressed anywhere in the window. Escape keeps the old one. */
function Recorder({ shift, onCode, onStop }: { shift: string; onCode: (code: string) => void; onStop: () => void }) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      // Modifier keys are part of a combination, not a key to record.
      if (['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape' || event.key === 'Tab') onStop();
      else onCode(event.code);
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [onCode, onStop]);
  return (
    <>
      <span role="status" className={styles['recording']}>
        {shift ? 'Press a key. Shift is added.' : 'Press a key'}
      </span>
      <Button variant="quiet" autoFocus onPress={onStop}>
        Cancel{' '}
      </Button>
    </>
  );
}
