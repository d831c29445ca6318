import styles from './Marked.module.css';

/** Marked highlights one phrase within the copy. */
export function Marked({ words, start, end }: { words: string; start: number; end: number }) {
  return (
    <>
      {words.slice(0, start)}
      <mark className={styles['mark']}>{words.slice(start, end)}</mark>
      {words.slice(end)}
    </>
  );
}
