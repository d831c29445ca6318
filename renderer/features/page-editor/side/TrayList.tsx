import { memo } from 'react';
import type { SystemCode } from '../../../../shared/models.ts';
import type { TrayStory } from '../../../../shared/pages/page-batch.ts';
import { useCommandKeys } from '../../../commands/context.tsx';
import { useAppState } from '../../../state/app-state.tsx';
import { useLibraryInfo, useQuery } from '../../../state/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import { ErrorState } from '../../../ui/States.tsx';
import textStyles from '../../../ui/text.module.css';
import { formatTrayStory } from '../page-words.ts';
import { placeStory, putStoryBack, releaseStory } from '../placing/page-actions.ts';
import styles from './WaitingList.module.css';

/** TrayList lists stories taken off this page, newest first, to put back where they were or on top. */
export const TrayList = memo(function TrayList({ system }: { system: SystemCode }) {
  const tray = useQuery('pages.tray', { system });
  const keysOf = useCommandKeys();
  if (tray.error && !tray.data) {
    return (
      <ErrorState title="The stories taken off could not be read" message={tray.error.message} onRetry={tray.retry} />
    );
  }
  if (!tray.data || tray.data.length === 0) return null;
  return (
    <section aria-label="Taken off">
      <h3 className={styles['heading']}>
        <strong className={textStyles['lead']}>Taken off</strong> {tray.data.length}, the last one first
      </h3>
      <ul className={styles['list']}>
        {tray.data.map((story, index) => (
          <TrayRow
            key={story.articleId}
            system={system}
            story={story}
            keys={index === 0 ? keysOf('page.putBack') : null}
          />
        ))}
      </ul>
    </section>
  );
});

function TrayRow({ system, story, keys }: { system: SystemCode; story: TrayStory; keys: string | null }) {
  const state = useAppState();
  const today = useLibraryInfo().data?.today ?? '';
  const { headline, articleId } = story;
  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        <p className={styles['headline']}>{headline}</p>
        <p className={styles['why']}>{formatTrayStory(story, today)}</p>
      </div>
      <div className={layoutStyles['wraps']}>
        <Button
          aria-label={`Put back: ${headline}`}
          keys={keys}
          onPress={() => void putStoryBack(state, system, { articleId, headline })}
        >
          Put back
        </Button>
        <Button
          aria-label={`Put on top: ${headline}`}
          onPress={() => void placeStory(state, { articleId, headline }, { position: 1 })}
        >
          {' '}
          Put on top{' '}
        </Button>
        {story.stood === 'filled' ? null : (
          <Button
            aria-label={`Let the zone fill it: ${headline}`}
            onPress={() => void releaseStory(state, system, articleId)}
          >
            Let the zone fill it{' '}
          </Button>
        )}
      </div>
    </li>
  );
}
