import { X } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { StoryDetail, StoryId, SystemCode } from '../../../../shared/models.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { useQuery, useSystemsByCode } from '../../../state/queries.ts';
import { useUnsaved } from '../../../state/unsaved.ts';
import { write } from '../../../state/writes.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Checkbox } from '../../../ui/forms/Checkbox.tsx';
import { Skeleton } from '../../../ui/Spinner.tsx';
import { ErrorState } from '../../../ui/States.tsx';
import { StoryImage } from '../details/StoryImage.tsx';
import { SystemChooser } from '../tags/SystemChooser.tsx';
import styles from './StoryEditorDialog.module.css';
import { StoryFieldset } from './StoryFieldset.tsx';
import { StoryMeanwhile } from './StoryMeanwhile.tsx';
import {
  changedFields,
  checkDraft,
  type DraftErrors,
  EMPTY_DRAFT,
  type ImageDraft,
  imageInput,
  isSameDraft,
  type StoryDraft,
  toDraft,
} from './story-draft.ts';
import { STORY_MERGE, storyValues } from './story-merge.ts';

/** StoryEditorDialog writes a new story or changes one. It asks before dropping typed text. */
export function StoryEditorDialog({ id, onClose }: { id: StoryId | null; onClose: () => void }) {
  const story = useQuery('stories.get', id ? { id } : null);
  if (id === null) return <Editor story={null} onClose={onClose} />;
  if (story.data) return <Editor story={story.data} onClose={onClose} />;
  return (
    <Dialog title="Edit story" onClose={onClose}>
      {story.error ? (
        <ErrorState title="The story could not be read" message={story.error.message} onRetry={story.retry} />
      ) : (
        <Skeleton lines={6} label="Loading the story" />
      )}
    </Dialog>
  );
}

function Editor({ story, onClose }: { story: StoryDetail | null; onClose: () => void }) {
  const id = story?.id ?? null;
  const state = useAppState();
  const byCode = useSystemsByCode();
  // The story as the editor has seen it. Only the difference to it is saved.
  const [seen, setSeen] = useState(story);
  const start = seen ? toDraft(seen) : EMPTY_DRAFT;
  const [draft, setDraft] = useState(start);
  const file = seen?.imageFile ?? null;
  const [image, setImage] = useState<ImageDraft>({ kind: 'kept' });
  const [systems, setSystems] = useState<readonly SystemCode[]>([]);
  const [isNational, setNational] = useState(false);
  const [shown, setShown] = useState<DraftErrors>({});
  const [isSaving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const isDirty = !isSameDraft(start, draft) || image.kind !== 'kept' || systems.length > 0 || isNational;
  const mayLeave = useUnsaved(isDirty);

  // Listen on the window, because the focus may still be returning from a list when the key comes. An open list or
  // question above the form handles the key itself.
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      const over = event.target instanceof Element ? event.target.closest('[role=dialog],[role=alertdialog]') : null;
      if (over && over !== form.current?.closest('[role=dialog]')) return;
      event.preventDefault();
      event.stopPropagation();
      form.current?.requestSubmit();
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);

  async function close() {
    if (await mayLeave()) onClose();
  }

  function errorsNow(): DraftErrors {
    const checked = checkDraft(draft);
    const errors = checked.ok ? {} : checked.errors;
    // An incomplete date reads as empty; only the field itself knows the difference.
    for (const field of form.current?.querySelectorAll('input') ?? []) {
      if (field.validity.badInput && field.name in draft) {
        errors[field.name as keyof StoryDraft] = 'This is not complete. Fill it in or clear it.';
      }
    }
    return errors;
  }

  /** Show a field's error once the field has been left. */
  function onLeave(field: keyof StoryDraft) {
    const error = errorsNow()[field];
    setShown(({ [field]: _, ...rest }) => (error ? { ...rest, [field]: error } : rest));
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    const errors = errorsNow();
    setShown(errors);
    const checked = checkDraft(draft);
    if (!checked.ok || Object.keys(errors).length > 0) {
      state.session.getState().announce(Object.values(errors).join(' '));
      const wrong = Object.keys(errors)[0];
      // A day is several fields in one; the first takes the focus.
      form.current?.querySelector<HTMLElement>(`[name="${wrong}"], [data-field="${wrong}"] [role=spinbutton]`)?.focus();
      return;
    }
    setSaving(true);
    if (id === null) {
      const created = await write(state, 'stories.create', {
        fields: checked.fields,
        systems: [...systems],
        national: isNational,
        ...imageInput(image),
      });
      if (created) {
        state.session.getState().setActive(created.id);
        onClose();
      }
    } else {
      const fields = changedFields(start, draft);
      const isUnchanged = Object.keys(fields).length === 0 && image.kind === 'kept';
      const input = { id, fields, ...imageInput(image), seen: seen ? storyValues(seen) : {} };
      if (isUnchanged || (await write(state, 'stories.edit', input, undefined, STORY_MERGE))) onClose();
    }
    setSaving(false);
  }

  return (
    <Dialog
      title={id === null ? 'New story' : 'Edit story'}
      width="wide"
      isDismissable={false}
      onClose={() => void close()}
      footer={
        <>
          <Button onPress={() => void close()}>Cancel</Button>
          <Button type="submit" form="story" variant="primary" isPending={isSaving}>
            {id === null ? 'Add story' : 'Save changes'}
          </Button>
        </>
      }
    >
      {story && seen ? (
        <StoryMeanwhile story={story} seen={seen} draft={draft} onSeen={setSeen} onDraft={setDraft} />
      ) : null}
      <form id="story" ref={form} noValidate className={styles['form']} onSubmit={(event) => void save(event)}>
        <StoryFieldset
          draft={draft}
          errors={shown}
          onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
          onLeave={onLeave}
          image={
            <StoryImage
              file={file}
              draft={image}
              label={draft.alt}
              onChange={setImage}
              scope={form}
              className={styles['whole']}
            />
          }
        />
        {id === null ? (
          <fieldset className={styles['systems']}>
            <legend>Filed to</legend>
            {systems.map((code) => (
              <Button
                key={code}
                aria-label={`Do not file to ${byCode.get(code)?.shortName ?? code}`}
                onPress={() => setSystems((now) => now.filter((one) => one !== code))}
              >
                <span className={styles['chosen']}>
                  {byCode.get(code)?.shortName ?? code}
                  <X size={13} aria-hidden="true" />
                </span>
              </Button>
            ))}
            <SystemChooser
              label="Add a system"
              hint="File to"
              exclude={systems}
              onChoose={(code) => setSystems((now) => [...now, code])}
            />
            <Checkbox isSelected={isNational} onChange={setNational}>
              National
            </Checkbox>
          </fieldset>
        ) : null}
      </form>
    </Dialog>
  );
}
