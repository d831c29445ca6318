import { Button } from './Button.tsx';
import styles from './Meanwhile.module.css';

/** Meanwhile says that somebody else changed what is being edited, and offers both versions. */
export function Meanwhile({
  sentence,
  words,
  onTheirs,
  onMine,
}: {
  /** Who changed what. */
  sentence: string;
  /** Their version. */
  words?: string;
  onTheirs?: () => void;
  onMine?: () => void;
}) {
  return (
    <div role="status" className={styles['meanwhile']}>
      <p className={styles['sentence']}>{sentence}</p>
      {words === undefined ? null : <p className={styles['words']}>{words || <em>nothing</em>}</p>}
      {onTheirs && onMine ? (
        <div className={styles['buttons']}>
          <Button onPress={onTheirs}>Use theirs</Button>
          <Button onPress={onMine}>Keep mine</Button>
        </div>
      ) : null}
    </div>
  );
}
