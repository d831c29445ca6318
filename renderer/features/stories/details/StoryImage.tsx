import { type RefObject, useEffect, useState } from 'react';
import { formatImage, IMAGE_ACCEPT, type ImageFile, imageSrc } from '../../../../shared/images.ts';
import { toCallError } from '../../../api.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { holdImage, useImageAddress } from '../../../state/images.ts';
import { Button } from '../../../ui/Button.tsx';
import { ImageField } from '../../../ui/forms/ImageField.tsx';
import { usePastedImage } from '../../../ui/forms/use-pasted-image.ts';
import type { ImageDraft } from '../editor/story-draft.ts';

/** StoryImage edits the story's image file. A new file is saved together with the story. */
export function StoryImage({
  file,
  draft,
  label,
  onChange,
  scope,
  className,
}: {
  /** The image the story has now. */
  file: ImageFile | null;
  draft: ImageDraft;
  /** The label as typed in the form. */
  label: string;
  onChange: (draft: ImageDraft) => void;
  scope: RefObject<HTMLElement | null>;
  className?: string | undefined;
}) {
  const state = useAppState();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const kept = useImageAddress(file && imageSrc(file));
  const fresh = useObjectAddress(draft.kind === 'new' ? draft.picture : null);
  const shown = draft.kind === 'new' ? draft.file : draft.kind === 'kept' ? file : null;

  async function take(picture: File) {
    if (isBusy) return;
    const { announce } = state.session.getState();
    setBusy(true);
    setError(null);
    try {
      const upload = await holdImage(picture);
      // Validate now, so that a bad file is refused here and not when the story is saved.
      const inspected = await state.api.call('images.inspect', upload);
      onChange({ kind: 'new', upload, file: inspected, picture });
      announce(`Image: ${formatImage(inspected)}`);
    } catch (fault) {
      const { message } = toCallError(fault);
      setError(message);
      announce(message);
    } finally {
      setBusy(false);
    }
  }
  usePastedImage(scope, (picture) => void take(picture));

  const put = (next: ImageDraft) => {
    if (isBusy) return;
    setError(null);
    onChange(next);
  };
  return (
    <ImageField
      label="Image file"
      address={draft.kind === 'new' ? fresh : draft.kind === 'kept' ? kept : null}
      alt={shown === null ? 'No image' : label || 'An image without a label'}
      accept={IMAGE_ACCEPT}
      onFile={(picture) => void take(picture)}
      isBusy={isBusy}
      error={error}
      className={className}
      actions={
        <>
          {shown === null ? null : (
            <Button onPress={() => put({ kind: file === null ? 'kept' : 'none' })}>No image</Button>
          )}
          {draft.kind === 'kept' || file === null ? null : (
            <Button onPress={() => put({ kind: 'kept' })}>Undo image change</Button>
          )}
        </>
      }
    >
      {shown === null ? 'No image file.' : formatImage(shown)}
    </ImageField>
  );
}

/** The address of a picture that only this window holds so far. */
function useObjectAddress(picture: File | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (picture === null) return;
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => {
      setAddress(null);
      URL.revokeObjectURL(made);
    };
  }, [picture]);
  return address;
}
