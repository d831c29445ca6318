import { useImageAddress, useImageWords } from '../../state/images.ts';
import { Thumbnail } from '../../ui/forms/ImageField.tsx';
import { sourceImageSays } from './image-words.ts';
import styles from './SmallPicture.module.css';

/**
 * SmallPicture shows a picture from the library with its name. For a web address or no picture it shows only the
 * words.
 */
export function SmallPicture({ src }: { src: string | null }) {
  const address = useImageAddress(src);
  const words = useImageWords(src);
  return (
    <span className={styles['picture']}>
      {address === null ? null : <Thumbnail address={address} alt="" size="small" />}
      {words ?? sourceImageSays(src)}
    </span>
  );
}
