import type { ReactNode } from 'react';
import { useQuery } from '../../../state/queries.ts';
import { SuggestField } from '../../../ui/forms/ComboBox.tsx';
import { DayField, TimeField } from '../../../ui/forms/DayField.tsx';
import { TextAreaField, TextField } from '../../../ui/forms/Field.tsx';
import styles from './StoryEditorDialog.module.css';
import type { DraftErrors, DraftField, StoryDraft } from './story-draft.ts';

/** StoryFieldset holds all fields of a story. */
export function StoryFieldset({
  draft,
  errors,
  onChange,
  onLeave,
  image,
}: {
  draft: StoryDraft;
  errors: DraftErrors;
  onChange: (change: Partial<StoryDraft>) => void;
  onLeave: (field: DraftField) => void;
  /** The image field, which is not text. */
  image: ReactNode;
}) {
  const kinds = useQuery('stories.kinds', {}).data ?? [];
  const field = (name: DraftField) => ({
    name,
    value: draft[name],
    onChange: (value: string) => onChange({ [name]: value }),
    onBlur: () => onLeave(name),
    error: errors[name],
  });
  return (
    <>
      <TextField label="Headline" {...field('headline')} copy isRequired autoFocus className={styles['whole']} />
      <TextAreaField label="Standfirst" {...field('standfirst')} copy rows={2} className={styles['whole']} />
      <TextField label="Kicker" {...field('kicker')} copy />
      <TextField label="Byline" {...field('byline')} />
      <TextField label="Image label" {...field('alt')} hint="What the picture shows, for readers who cannot see it." />
      <TextField label="Image address" {...field('imageAddress')} inputMode="url" placeholder="https://" />
      {image}
      <SuggestField label="Kind" value={draft.kind} onChange={(kind) => onChange({ kind })} suggestions={kinds} />
      <TextField label="Web address" {...field('url')} inputMode="url" placeholder="https://" />
      <div className={styles['moment']}>
        <DayField label="Published on" {...field('publishedDay')} hint="Leave blank if unknown." />
        <TimeField label="Time published" {...field('publishedTime')} />
      </div>
      <div className={styles['moment']}>
        <DayField label="Embargo until" {...field('embargoDay')} hint="Not shown before this." />
        <TimeField label="Embargo time" {...field('embargoTime')} />
      </div>
      <TextAreaField label="Text" {...field('body')} copy rows={5} className={styles['whole']} />
    </>
  );
}
