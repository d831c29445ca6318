import type { EditorTeaser, Override, SystemCode } from '../../../../shared/models.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { write } from '../../../state/writes.ts';
import { Button } from '../../../ui/Button.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import { FIELD_NAMES } from '../page-words.ts';
import { SmallPicture } from '../SmallPicture.tsx';
import styles from './Drift.module.css';
import { adoptSource } from './reword-actions.ts';
import { shownWords } from './reword-model.ts';

/**
 * Drift shows that the source has changed since the teaser was edited here: our version, both source versions, and
 * what to do.
 */
export function Drift({ teaser, system }: { teaser: EditorTeaser; system: SystemCode }) {
  const state = useAppState();
  const { articleId } = teaser;
  const first: Override = teaser.drift[0]?.field ?? 'headline';
  return (
    <div className={styles['drift']}>
      <p className={styles['title']}>The source has changed since our edit.</p>
      <dl className={styles['words']}>
        {teaser.drift.map(({ field, was }) => (
          <div key={field} className={styles['field']}>
            <dt>{FIELD_NAMES[field]}, ours</dt>
            <dd>
              <Said field={field} value={field === 'image' ? (teaser.image?.src ?? null) : shownWords(teaser, field)} />
            </dd>
            <dt>source now</dt>
            <dd>
              <Said field={field} value={teaser.source[field]} />
            </dd>
            <dt>source at our edit</dt>
            <dd className={styles['then']}>
              <Said field={field} value={was} />
            </dd>
          </div>
        ))}
      </dl>
      <div className={layoutStyles['wraps']}>
        <Button onPress={() => void write(state, 'pages.keepOverride', { system, articleId, seen: teaser.source })}>
          Keep our version
        </Button>
        <Button onPress={() => void adoptSource(state, system, teaser)}>Use source version</Button>
        <Button onPress={() => state.session.getState().setRewording(articleId, first)}>Edit</Button>
      </div>
    </div>
  );
}

/** Shows words as text and an image as a picture. */
function Said({ field, value }: { field: Override; value: string | null }) {
  if (field === 'image') return <SmallPicture src={value} />;
  return value || <em>nothing</em>;
}
