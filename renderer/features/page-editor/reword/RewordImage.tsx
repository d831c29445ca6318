import { type RefObject, useRef, useState } from 'react';
import type { MethodInput } from '../../../../shared/contract.ts';
import { IMAGE_ACCEPT } from '../../../../shared/images.ts';
import type { EditorTeaser, SystemCode } from '../../../../shared/models.ts';
import { toCallError } from '../../../api.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { holdImage, useImageAddress, useImageWords } from '../../../state/images.ts';
import { Button } from '../../../ui/Button.tsx';
import { ImageField, Thumbnail } from '../../../ui/forms/ImageField.tsx';
import { usePastedImage } from '../../../ui/forms/use-pasted-image.ts';
import textStyles from '../../../ui/text.module.css';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import { imageSays, isImageTakenOff, sourceImageSays } from '../image-words.ts';
import styles from './RewordPanel.module.css';
import { setTeaserImage } from './reword-actions.ts';

/** RewordImage edits the teaser's image on this page, with the source's image next to it. Each choice is one step. */
export function RewordImage({
  system,
  teaser,
  scope,
}: {
  system: SystemCode;
  teaser: EditorTeaser;
  /** A picture pasted while the focus is in this element goes to this teaser. */
  scope: RefObject<HTMLElement | null>;
}) {
  const state = useAppState();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const field = useRef<HTMLDivElement>(null);
  const src = teaser.image?.src ?? null;
  const address = useImageAddress(src);
  const words = useImageWords(src);
  const source = useImageAddress(teaser.source.image);
  const sourceWords = useImageWords(teaser.source.image);

  async function set(choose: () => Promise<MethodInput<'pages.reword'>['image']>) {
    // The button stays enabled and ignores presses while busy: a disabled button would lose the focus.
    if (isBusy) return;
    const { announce } = state.session.getState();
    setBusy(true);
    setError(null);
    try {
      await setTeaserImage(state, system, teaser.articleId, await choose());
    } catch (fault) {
      const { message } = toCallError(fault);
      setError(message);
      announce(message);
    } finally {
      setBusy(false);
    }
  }
  const take = (file: File) => void set(() => holdImage(file));
  usePastedImage(scope, take);
  useKeptFocus(field);

  return (
    <div ref={field} className={styles['field']} data-field="image">
      <ImageField
        label="Image"
        address={address}
        alt={teaser.image?.alt || (src === null ? 'No image' : 'An image without a label')}
        accept={IMAGE_ACCEPT}
        onFile={take}
        isBusy={isBusy}
        error={error}
        actions={
          isImageTakenOff(teaser) || teaser.image === null ? null : (
            <Button onPress={() => void set(async () => 'none')}>No image</Button>
          )
        }
      >
        {words ?? imageSays(teaser)}
      </ImageField>
      <div className={styles['source']}>
        <span className={textStyles['smallQuiet']}>Source</span>
        {source === null ? null : (
          <Thumbnail address={source} alt={teaser.source.alt ?? 'The story’s own image'} size="small" />
        )}
        <p className={styles['sourceNote']}>{sourceWords ?? sourceImageSays(teaser.source.image)}</p>
        {teaser.overrides.includes('image') ? (
          <Button aria-label="Reset to source: image" onPress={() => void set(async () => null)}>
            Reset to source
          </Button>
        ) : null}
      </div>
    </div>
  );
}
