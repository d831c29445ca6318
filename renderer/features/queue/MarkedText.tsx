import { cx } from '../../ui/cx.ts';
import styles from './MarkedText.module.css';
import { type Mark, piecesOf } from './marks.ts';

/** MarkedText shows a story's text with its evidence marked in place. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return piecesOf(text, marks).map(({ at, text: words, mark }) =>
    mark ? (
      // Use a title, not a label: a screen reader must read the words, then the explanation.
      <mark key={at} className={cx(styles['mark'], styles[mark.tone])} title={mark.says.join(' ')}>
        {words}
      </mark>
    ) : (
      <span key={at}>{words}</span>
    ),
  );
}
