import type { StoryId } from '../../../../shared/models.ts';
import { useSession } from '../../../state/app-state.tsx';
import { useQuery, useSystemsByCode } from '../../../state/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import layoutStyles from '../../../ui/layout.module.css';
import { Skeleton } from '../../../ui/Spinner.tsx';
import { ErrorState } from '../../../ui/States.tsx';
import textStyles from '../../../ui/text.module.css';
import { CommandButton } from '../CommandButton.tsx';
import { formatPlace, formatPlacementMix } from '../on-pages/story-places.ts';
import styles from './Details.module.css';

/**
 * Lists every page to which the story is filed or on which it is placed, with its number or the reason it does not
 * show.
 */
export function PagesOfStory({ id }: { id: StoryId }) {
  const pages = useQuery('stories.pages', { id });
  const byCode = useSystemsByCode();
  const openPage = useSession((s) => s.openPage);
  return (
    <section className={styles['section']} aria-label="Its pages">
      <h3 className={styles['heading']}>
        Its pages{pages.data && pages.data.length > 1 ? `: ${formatPlacementMix(pages.data)}` : ''}
      </h3>
      {pages.error && !pages.data ? (
        <ErrorState title="Its pages could not be read" message={pages.error.message} onRetry={pages.retry} />
      ) : !pages.data ? (
        <Skeleton lines={2} label="Loading its pages" />
      ) : pages.data.length === 0 ? (
        <p className={textStyles['quiet']}>None. The story is filed to no system and placed on no page.</p>
      ) : (
        <ul className={cx(styles['lines'], layoutStyles['lines'])}>
          {pages.data.map((page) => (
            <li key={page.code}>
              <Button variant="quiet" className={styles['page']} onPress={() => openPage(page.code)}>
                {byCode.get(page.code)?.shortName ?? page.code}
              </Button>
              <span className={textStyles['quiet']}>
                {formatPlace(page)}
                {page.active ? '' : ' (closed page)'}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles['actions']}>
        <CommandButton id="story.onPages" />
        <CommandButton id="story.shelve" />
      </div>
    </section>
  );
}
