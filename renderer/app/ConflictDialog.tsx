import { useState } from 'react';
import type { ConflictField } from '../../shared/conflict.ts';
import { fieldWord } from '../../shared/words/field-words.ts';
import type { Choices, FieldValue, OpenConflict } from '../state/conflicts.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextAreaField } from '../ui/forms/Field.tsx';
import { Radios } from '../ui/forms/Radios.tsx';
import styles from './ConflictDialog.module.css';

/** ConflictDialog shows both versions of each field that two editors changed. What is chosen or typed is saved. */
export function ConflictDialog({
  open,
  onSettle,
}: {
  open: OpenConflict;
  onSettle: (choices: Choices | null) => void;
}) {
  const { conflict, message } = open;
  const [choices, setChoices] = useState<Choices>(() =>
    Object.fromEntries(conflict.fields.map(({ field, yours }) => [field, yours])),
  );
  const choose = (field: string, value: FieldValue) => setChoices((now) => ({ ...now, [field]: value }));
  return (
    <Dialog
      title="Changed meanwhile"
      width="wide"
      isDismissable={false}
      onClose={() => onSettle(null)}
      footer={
        <>
          <Button onPress={() => onSettle(null)}>Cancel</Button>
          <Button variant="primary" onPress={() => onSettle(choices)}>
            Save again
          </Button>
        </>
      }
    >
      <p>{message}</p>
      {conflict.fields.map((one, index) => (
        <Versions
          key={one.field}
          one={one}
          open={open}
          isFirst={index === 0}
          value={choices[one.field] ?? null}
          onChoose={(value) => choose(one.field, value)}
        />
      ))}
    </Dialog>
  );
}

interface VersionsProps {
  one: ConflictField;
  open: OpenConflict;
  isFirst: boolean;
  value: FieldValue;
  onChoose: (value: FieldValue) => void;
}

function Versions({ one: { field, theirs, yours }, open, isFirst, value, onChoose }: VersionsProps) {
  const name = fieldWord(field);
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  const format = (version: FieldValue) => open.format?.(field, version) ?? formatPlain(version);
  const theirWords = open.conflict.by === null ? 'Now' : `Now, by ${open.conflict.by}`;
  if (!isText(theirs) || !isText(yours) || open.canType?.(field) !== true) {
    return (
      <Radios
        label={label}
        className={styles['field']}
        value={value === theirs ? 'theirs' : 'yours'}
        onChange={(id) => onChoose(id === 'theirs' ? theirs : yours)}
        options={[
          { id: 'theirs', label: <Version title={theirWords} words={format(theirs)} /> },
          { id: 'yours', label: <Version title="Yours" words={format(yours)} /> },
        ]}
      />
    );
  }
  return (
    <fieldset className={styles['field']}>
      <legend>{label}</legend>
      <div className={styles['versions']}>
        <div className={styles['version']}>
          <Version title={theirWords} words={format(theirs)} />
          <Button aria-label={`Use theirs: ${name}`} onPress={() => onChoose(theirs)}>
            Use theirs
          </Button>
        </div>
        <div className={styles['version']}>
          <Version title="Yours" words={format(yours)} />
          <Button aria-label={`Use yours: ${name}`} onPress={() => onChoose(yours)}>
            Use yours
          </Button>
        </div>
      </div>
      <TextAreaField
        label={`${label} to save`}
        value={value === null ? '' : String(value)}
        onChange={onChoose}
        rows={field === 'body' ? 6 : 2}
        autoFocus={isFirst}
        copy
      />
    </fieldset>
  );
}

function Version({ title, words }: { title: string; words: string }) {
  return (
    <span className={styles['words']}>
      <span className={styles['title']}>{title}</span>
      <span>{words || <em>nothing</em>}</span>
    </span>
  );
}

const isText = (value: FieldValue): value is string | null => value === null || typeof value === 'string';

function formatPlain(value: FieldValue): string {
  if (value === null) return '';
  if (value === true) return 'Yes';
  if (value === false) return 'No';
  return Array.isArray(value) ? value.map(formatPlain).join(', ') : String(value);
}
