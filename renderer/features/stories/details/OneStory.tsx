import { ExternalLink, Image as ImageIcon } from 'lucide-react';
import { imageSrc } from '../../../../shared/images.ts';
import type { StoryId } from '../../../../shared/models.ts';
import { longDay } from '../../../../shared/words/day-words.ts';
import { CallError } from '../../../api.ts';
import { useSession } from '../../../state/app-state.tsx';
import { useImageAddress } from '../../../state/images.ts';
import { useQuery, useSystemsByCode } from '../../../state/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { Thumbnail } from '../../../ui/forms/ImageField.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import { PaneHeader } from '../../../ui/Pane.tsx';
import { Skeleton } from '../../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../../ui/States.tsx';
import textStyles from '../../../ui/text.module.css';
import { CommandButton } from '../CommandButton.tsx';
import { formatMoment } from '../story-words.ts';
import styles from './Details.module.css';
import { PagesOfStory } from './PagesOfStory.tsx';
import { StoryFacts } from './StoryFacts.tsx';
import { StoryTags } from './StoryTags.tsx';

/** OneStory shows everything about one story, its own words first. */
export function OneStory({ id }: { id: StoryId }) {
  const { data: story, error, retry } = useQuery('stories.get', { id });
  const byCode = useSystemsByCode();
  const picture = useImageAddress(story?.imageFile ? imageSrc(story.imageFile) : null);
  const showStory = useSession((s) => s.showStory);

  if (error instanceof CallError && error.code === 'story-missing') {
    return (
      <>
        <PaneHeader title="Details" />
        <EmptyState title="This story is no longer here">The step that added it has been undone.</EmptyState>
      </>
    );
  }
  if (error && !story) {
    return (
      <>
        <PaneHeader title="Details" />
        <ErrorState title="The story could not be read" message={error.message} onRetry={retry} />
      </>
    );
  }
  if (!story) {
    return (
      <>
        <PaneHeader title="Details" />
        <Skeleton lines={8} label="Loading the story" />
      </>
    );
  }

  return (
    <>
      <PaneHeader title="Details">
        <CommandButton id="story.edit" />
      </PaneHeader>
      <article className={layoutStyles['paddedScroller']} aria-label={story.headline}>
        <section className={styles['section']}>
          <p className={textStyles['quiet']}>
            {[story.kind, story.publishedAt ? `out ${formatMoment(story.publishedAt)}` : 'undated']
              .filter(Boolean)
              .join(' · ')}
          </p>
          {story.withdrawn ? (
            <p className={textStyles['second']}>
              <Chip tone="bad">Withdrawn</Chip> Not shown on any page or in any export.
            </p>
          ) : null}
          {story.embargoUntil ? (
            <p className={textStyles['second']}>
              <Chip tone="possible">Embargo</Chip> Not shown before {formatMoment(story.embargoUntil)}.
            </p>
          ) : null}
          {story.kicker ? <p className={styles['kicker']}>{story.kicker}</p> : null}
          <h3 className={styles['headline']}>{story.headline}</h3>
          {story.standfirst ? (
            <p className={styles['standfirst']}>{story.standfirst}</p>
          ) : (
            <p className={textStyles['quiet']}>No standfirst</p>
          )}
          <p className={styles['image']}>
            {picture === null ? (
              <ImageIcon size={15} aria-hidden="true" />
            ) : (
              <Thumbnail address={picture} alt={story.alt ?? 'The story’s image, without a label'} size="small" />
            )}
            {story.alt ? (
              <span>Image label: “{story.alt}”</span>
            ) : (
              <span className={textStyles['quiet']}>No image label</span>
            )}
          </p>
          {story.url ? (
            <a className={styles['link']} href={story.url} target="_blank" rel="noreferrer">
              Read it on the web
              <ExternalLink size={13} aria-hidden="true" />
            </a>
          ) : null}
        </section>

        <StoryTags story={story} />

        <section className={styles['section']}>
          <h3 className={styles['heading']}>In the queue</h3>
          <p className={textStyles['quiet']}>
            {story.review
              ? `No longer: reviewed by ${story.review.by}, ${longDay(story.review.at)}.`
              : 'It waits to be reviewed.'}
          </p>
          <div className={styles['actions']}>
            <CommandButton id={story.reviewed ? 'story.reopen' : 'story.markReviewed'} />
          </div>
        </section>

        <PagesOfStory id={id} />

        <StoryFacts story={story} />

        {story.possibleDuplicates.length > 0 ? (
          <section className={styles['section']}>
            <h3 className={styles['heading']}>Possible duplicates</h3>
            <ul className={cx(styles['lines'], layoutStyles['lines'])}>
              {story.possibleDuplicates.map((duplicate) => (
                <li key={duplicate.id}>
                  <Button
                    variant="quiet"
                    className={styles['page']}
                    onPress={() => showStory(duplicate.id, duplicate.headline)}
                  >
                    {duplicate.headline}
                  </Button>
                  <span className={textStyles['quiet']}>
                    {duplicate.reason}, {duplicate.publishedAt ? longDay(duplicate.publishedAt) : 'undated'}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}

        <section className={styles['section']}>
          <h3 className={styles['heading']}>Seen on saved pages</h3>
          {story.sightings.length === 0 ? (
            <p className={textStyles['quiet']}>None; it was written here.</p>
          ) : (
            <ul className={cx(styles['lines'], layoutStyles['lines'])}>
              {story.sightings.map((sighting) => (
                <li key={`${sighting.file} ${sighting.seenOn} ${sighting.rank}`}>
                  <span>{byCode.get(sighting.code)?.shortName ?? sighting.code}</span>
                  <span className={textStyles['quiet']}>
                    number {sighting.rank} in {sighting.file}, {longDay(sighting.seenOn)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>

        <section className={styles['section']}>
          <div className={styles['actions']}>
            <CommandButton id={story.withdrawn ? 'story.bringBack' : 'story.withdraw'} />
          </div>
        </section>
      </article>
    </>
  );
}
