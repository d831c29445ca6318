import type { Ref } from 'react';
import type { EditorTeaser, OverrideField, SystemCode } from '../../../../shared/models.ts';
import { useMeanwhile } from '../../../state/last-change.ts';
import { Meanwhile } from '../../../ui/Meanwhile.tsx';
import styles from './RewordPanel.module.css';
import { shownWords } from './reword-model.ts';

/** RewordMeanwhile says that a field was changed elsewhere while somebody types in it here. */
export function RewordMeanwhile({
  system,
  teaser,
  field,
  ref,
  ...choose
}: {
  system: SystemCode;
  teaser: EditorTeaser;
  field: OverrideField;
  ref: Ref<HTMLDivElement>;
  onTheirs: () => void;
  onMine: () => void;
}) {
  const sentence = useMeanwhile({ id: teaser.articleId, fields: [field], system });
  return (
    <div ref={ref} className={styles['meanwhile']}>
      <Meanwhile sentence={sentence} words={shownWords(teaser, field)} {...choose} />
    </div>
  );
}
