import type { SystemCode } from '../../../shared/models.ts';
import type { MoveMark } from '../../../shared/systems/succession.ts';
import styles from './MarkedWords.module.css';
import { cutAt } from './mark-pieces.ts';

/** MarkedWords shows a story's text, with the words that lie in one of the systems marked. */
export function MarkedWords({
  text,
  marks,
  says,
}: {
  text: string;
  marks: readonly MoveMark[];
  says: (codes: readonly SystemCode[]) => string;
}) {
  return cutAt(text, marks).map(({ at, words, mark }) =>
    mark ? (
      <mark key={at} className={styles['mark']} title={says(mark.codes)}>
        {words}
      </mark>
    ) : (
      <span key={at}>{words}</span>
    ),
  );
}
