import { X } from 'lucide-react';
import { STRENGTHS, type StoryDetail, type Strength } from '../../../../shared/models.ts';
import { longDay } from '../../../../shared/words/day-words.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { useSystemsByCode } from '../../../state/queries.ts';
import { write } from '../../../state/writes.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { Select } from '../../../ui/forms/Select.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import textStyles from '../../../ui/text.module.css';
import { CommandButton } from '../CommandButton.tsx';
import { SystemChip } from '../table/cells.tsx';
import { STRENGTH_WORDS } from '../tags/tag-model.ts';
import styles from './Details.module.css';

const STRENGTH_OPTIONS = STRENGTHS.map((id) => ({ id, label: STRENGTH_WORDS[id].label }));

/** StoryTags shows where a story is filed, how strongly, and the origin of each tag. */
export function StoryTags({ story }: { story: StoryDetail }) {
  const state = useAppState();
  const byCode = useSystemsByCode();
  const selection = { kind: 'ids' as const, ids: [story.id] };
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>Filed to</h3>
      {story.national ? (
        <p className={textStyles['second']}>
          <Chip tone="outline">National</Chip> Offered to every page.
        </p>
      ) : null}
      {story.tags.length === 0 && !story.national ? <p className={textStyles['quiet']}>Not filed</p> : null}
      <ul className={layoutStyles['lines']}>
        {story.tags.map((tag) => {
          const name = byCode.get(tag.code)?.shortName ?? tag.code;
          return (
            <li key={tag.code} className={styles['tag']}>
              <SystemChip system={byCode.get(tag.code)} code={tag.code} />
              <Select<Strength>
                label={`How much the story concerns ${name}`}
                hideLabel
                value={tag.strength}
                onChange={(strength) => void write(state, 'tags.add', { selection, systems: [tag.code], strength })}
                options={STRENGTH_OPTIONS}
                className={styles['strength']}
              />
              <IconButton
                label={`Remove ${name}`}
                icon={<X size={14} aria-hidden="true" />}
                onPress={() => void write(state, 'tags.remove', { selection, systems: [tag.code] })}
              />
              <p className={cx(styles['why'], textStyles['quiet'])}>
                {tag.origin === 'capture' ? 'From a saved page' : `By ${tag.by}`}, {longDay(tag.at)}
              </p>
              {tag.reason || tag.evidence ? (
                <div className={cx(styles['why'], textStyles['quiet'], styles['reason'])}>
                  {tag.evidence ? <Chip tone={tag.evidence.level}>{tag.evidence.level}</Chip> : null}
                  <p>
                    {tag.reason}
                    {tag.evidence && !tag.reason?.includes(tag.evidence.phrase)
                      ? ` The words: “${tag.evidence.phrase}”.`
                      : null}
                  </p>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      <div className={styles['actions']}>
        <CommandButton id="story.addSystems" variant="primary" />
        {story.tags.length > 0 ? <CommandButton id="story.removeSystems" /> : null}
        <CommandButton id={story.national ? 'story.endNational' : 'story.makeNational'} />
      </div>
    </section>
  );
}
