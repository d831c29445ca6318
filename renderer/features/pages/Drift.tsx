import type { EditorTeaser, OverrideField, SystemCode } from '../../../shared/models.ts';
import { rewordTeaser } from '../../commands/page-actions.ts';
import { useAppState } from '../../state/app-state.tsx';
import { write } from '../../state/writes.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Drift.module.css';
import { FIELD_NAMES } from './page-words.ts';
import { shownWords } from './reword-model.ts';
import { adopted } from './use-check-commands.ts';

/** The source has other words now than when this teaser was re-worded: both, and the three things to do. */
export function Drift({ teaser, system }: { teaser: EditorTeaser; system: SystemCode }) {
  const state = useAppState();
  const { articleId } = teaser;
  const first: OverrideField = teaser.drift[0]?.field ?? 'headline';
  return (
    <div className={styles['drift']}>
      <p className={styles['title']}>The source has changed since this was re-worded.</p>
      <dl className={styles['words']}>
        {teaser.drift.map(({ field, was }) => (
          <div key={field} className={styles['field']}>
            <dt>{FIELD_NAMES[field]}, ours</dt>
            <dd>{shownWords(teaser, field) || <em>nothing</em>}</dd>
            <dt>source now</dt>
            <dd>{teaser.source[field] || <em>nothing</em>}</dd>
            <dt>source then</dt>
            <dd className={styles['then']}>{was || <em>nothing</em>}</dd>
          </div>
        ))}
      </dl>
      <div className={styles['actions']}>
        <Button onPress={() => void write(state, 'pages.keepOverride', { system, articleId })}>Keep ours</Button>
        <Button onPress={() => void rewordTeaser(state, system, articleId, adopted(teaser.drift))}>
          Take the source’s
        </Button>
        <Button onPress={() => state.session.getState().setRewording(articleId, first)}>Edit</Button>
      </div>
    </div>
  );
}
