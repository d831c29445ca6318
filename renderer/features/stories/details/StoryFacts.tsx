import { RotateCcw } from 'lucide-react';
import { formatImage } from '../../../../shared/images.ts';
import type { SourceField, StoryDetail } from '../../../../shared/models.ts';
import { longDay } from '../../../../shared/words/day-words.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { write } from '../../../state/writes.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import textStyles from '../../../ui/text.module.css';
import { formatMoment } from '../story-words.ts';
import styles from './Details.module.css';

interface Fact {
  label: string;
  value: string | null;
  /** The source's field that an editor's words may replace; null for none. */
  field: SourceField | null;
}

const FIELD_LABELS: Record<SourceField, string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  kicker: 'Kicker',
  alt: 'Image label',
  byline: 'Byline',
  kind: 'Kind',
  url: 'Web address',
  publishedAt: 'Published',
  body: 'Text',
};

function factsOf(story: StoryDetail): Fact[] {
  const facts: Fact[] = [
    { label: 'Published', value: story.publishedAt ? formatMoment(story.publishedAt) : null, field: 'publishedAt' },
    { label: 'First seen', value: longDay(story.firstSeenOn), field: null },
    { label: 'Byline', value: story.byline, field: 'byline' },
    { label: 'Kind', value: story.kind, field: 'kind' },
    { label: 'Kicker', value: story.kicker, field: 'kicker' },
    { label: 'Web address', value: story.url, field: 'url' },
    { label: 'Image file', value: story.imageFile && formatImage(story.imageFile), field: null },
    { label: 'Image address', value: story.imageAddress, field: null },
  ];
  // Fields already shown above are listed here only when an editor has changed them.
  for (const field of ['headline', 'standfirst', 'alt'] as const) {
    if (story.editedFields.includes(field)) facts.push({ label: FIELD_LABELS[field], value: story[field], field });
  }
  return facts.filter((fact) => fact.value !== null || (fact.field && story.editedFields.includes(fact.field)));
}

/** StoryFacts lists the remaining fields. Edited ones are marked and can be reset to the source. */
export function StoryFacts({ story }: { story: StoryDetail }) {
  const state = useAppState();
  const reset = (field: SourceField) =>
    void write(state, 'stories.resetFields', { id: story.id, fields: [field], seen: { [field]: story[field] } });
  const mark = (field: SourceField | null) =>
    field && story.editedFields.includes(field) ? (
      <span className={styles['edited']}>
        <Chip tone="likely">edited</Chip>
        {story.sightings.length > 0 ? (
          <IconButton
            label={`Reset to source: ${FIELD_LABELS[field].toLowerCase()}`}
            icon={<RotateCcw size={13} aria-hidden="true" />}
            onPress={() => reset(field)}
          />
        ) : null}
      </span>
    ) : null;
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>Fields</h3>
      <dl className={styles['facts']}>
        {factsOf(story).map((fact) => (
          <div key={fact.label} className={styles['fact']}>
            <dt>{fact.label}</dt>
            <dd>
              <span className={textStyles['anywhere']}>{fact.value ?? 'none'}</span>
              {mark(fact.field)}
            </dd>
          </div>
        ))}
      </dl>
      {story.body !== null || story.editedFields.includes('body') ? (
        <details className={styles['body']}>
          <summary>Text {mark('body')}</summary>
          <p className={styles['bodyText']}>{story.body ?? 'none'}</p>
        </details>
      ) : null}
    </section>
  );
}
