import type { RegisterPreview } from '../../../shared/systems/succession.ts';
import { counted } from '../../../shared/words/counted.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import layoutStyles from '../../ui/layout.module.css';
import textStyles from '../../ui/text.module.css';
import styles from './RegisterPreviewCard.module.css';
import { CHANGE_WORDS } from './succession-words.ts';

/** RegisterPreviewCard lists the changes of a register file, or why it cannot be loaded. */
export function RegisterPreviewCard({
  preview,
  isLoading,
  onLoad,
  onCancel,
}: {
  preview: RegisterPreview;
  isLoading: boolean;
  onLoad: () => void;
  onCancel: () => void;
}) {
  const { file, version, isInForce, changes, problems } = preview;
  const canLoad = problems.length === 0 && !isInForce;
  return (
    <section aria-label={`What ${file} changes`} className={styles['card']}>
      <h3 className={styles['title']}>
        {file}, version {version}
      </h3>
      {problems.length > 0 ? (
        <div role="alert" className={styles['problems']}>
          <p className={styles['problemsTitle']}>This file cannot be loaded:</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <p role="status" className={textStyles['second']}>
        {isInForce ? 'This register is already in use.' : summary(changes.length)}
      </p>
      {changes.length > 0 ? (
        <ul className={styles['changes']} aria-label="Changes">
          {changes.map(({ kind, code, text, stories }) => (
            <li key={`${kind} ${code} ${text}`}>
              <Chip tone={kind === 'added' ? 'named' : kind === 'ended' || kind === 'removed' ? 'former' : 'plain'}>
                {CHANGE_WORDS[kind]}
              </Chip>
              <span>{text}</span>
              <span className={styles['stories']}>{stories > 0 ? counted(stories, 'story', 'stories') : ''}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={layoutStyles['side']}>
        {canLoad ? (
          <Button variant="primary" isPending={isLoading} onPress={onLoad}>
            Load this register
          </Button>
        ) : null}
        <Button isDisabled={isLoading} onPress={onCancel}>
          {canLoad ? 'Cancel' : 'Close'}
        </Button>
      </div>
      {canLoad ? (
        <p className={textStyles['quiet']}>
          Loading it is one step, and you can undo it. No story is filed differently.
        </p>
      ) : null}
    </section>
  );
}

function summary(count: number): string {
  if (count === 0) return 'This file changes no system.';
  return `This file makes ${counted(count, 'change', 'changes')}:`;
}
