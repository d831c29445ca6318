import { cx } from '../../ui/cx.ts';
import styles from './MarkedText.module.css';
import { type Mark, piecesOf } from './marks.ts';

/** The journal's words, with those that say where the story belongs marked in place. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return piecesOf(text, marks).map(({ at, text: words, mark }) =>
    mark ? (
      // A title, not a label: the words are read as they stand, then what they say.
      <mark key={at} className={cx(styles['mark'], styles[mark.tone])} title={mark.says.join(' ')}>
        {words}
      </mark>
    ) : (
      <span key={at}>{words}</span>
    ),
  );
}
