import { useEffect, useState } from 'react';
import type { StoryDetail } from '../../../../shared/models.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { useMeanwhile } from '../../../state/last-change.ts';
import { Meanwhile } from '../../../ui/Meanwhile.tsx';
import { type StoryDraft, toDraft } from './story-draft.ts';
import { draftFieldsOf, fieldsChanged, type StoryField } from './story-merge.ts';

interface Props {
  /** The story as the library has it now. */
  story: StoryDetail;
  /** The story as the editor has seen it. */
  seen: StoryDetail;
  draft: StoryDraft;
  onSeen: (seen: StoryDetail) => void;
  onDraft: (change: (draft: StoryDraft) => StoryDraft) => void;
}

/**
 * StoryMeanwhile says at once when somebody else changes the story that is open in the form. A field that nothing was
 * typed in shows the new words; in any other the editor chooses.
 */
export function StoryMeanwhile({ story, seen, draft, onSeen, onDraft }: Props) {
  const state = useAppState();
  const [adopted, setAdopted] = useState<readonly StoryField[]>([]);
  const changed = fieldsChanged(seen, story);
  const isImageNew = seen.imageFile?.sha256 !== story.imageFile?.sha256;
  const [before, now] = [toDraft(seen), toDraft(story)];
  const isTyped = (field: StoryField) =>
    draftFieldsOf(field).some((name) => draft[name] !== before[name] && draft[name] !== now[name]);
  const open = changed.filter(isTyped);
  const toAdopt = changed.filter((field) => !isTyped(field));
  const shown = useMeanwhile(adopted.length === 0 ? null : { id: story.id, fields: [...adopted] });

  function take(field: StoryField, useTheirs: boolean) {
    // The buttons go with the choice, so the focus returns to the field first.
    const [name] = draftFieldsOf(field);
    document.querySelector<HTMLElement>(`#story [name="${name}"]`)?.focus();
    if (useTheirs) onDraft((draft) => ({ ...draft, ...pick(now, draftFieldsOf(field)) }));
    onSeen({ ...seen, ...pick(story, [field]) });
  }

  const key = toAdopt.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once for each field that arrives.
  useEffect(() => {
    if (isImageNew) onSeen({ ...seen, ...pick(story, toAdopt), imageFile: story.imageFile });
    if (toAdopt.length === 0) return;
    onDraft((draft) => ({ ...draft, ...pick(now, toAdopt.flatMap(draftFieldsOf)) }));
    if (!isImageNew) onSeen({ ...seen, ...pick(story, toAdopt) });
    setAdopted((known) => [...new Set([...known, ...toAdopt])]);
    state.session.getState().announce('This story was changed elsewhere. The form shows the new words.');
  }, [key, isImageNew]);

  return (
    <>
      {adopted.length === 0 ? null : <Meanwhile sentence={`${shown} The form shows it.`} />}
      {open.map((field) => (
        <TypedField
          key={field}
          story={story}
          field={field}
          onTheirs={() => take(field, true)}
          onMine={() => take(field, false)}
        />
      ))}
    </>
  );
}

/** A field that both have changed. */
function TypedField({
  story,
  field,
  ...choose
}: {
  story: StoryDetail;
  field: StoryField;
  onTheirs: () => void;
  onMine: () => void;
}) {
  const sentence = useMeanwhile({ id: story.id, fields: [field] });
  return <Meanwhile sentence={sentence} words={String(story[field] ?? '')} {...choose} />;
}

function pick<T extends object, K extends keyof T>(from: T, fields: readonly K[]): Pick<T, K> {
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as Pick<T, K>;
}
