import { BookOpen, FileDown, type LucideIcon, PenLine } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { CommandId } from '../../../shared/command-list.ts';
import { useCommandControl } from '../../commands/context.tsx';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Pane } from '../../ui/Pane.tsx';
import rowStyles from '../../ui/rows.module.css';
import textStyles from '../../ui/text.module.css';
import styles from './WelcomeScreen.module.css';

const WAYS: readonly { id: CommandId; icon: LucideIcon; title: string; text: string }[] = [
  {
    id: 'library.openSample',
    icon: BookOpen,
    title: 'Explore the sample library',
    text: 'Invented stories for every system, to try things out. It is a separate library; yours stays empty.',
  },
  {
    id: 'import.start',
    icon: FileDown,
    title: 'Import a saved page',
    text: 'Select all on a live page, copy it and save it as text. You can also drop the file here, or paste.',
  },
  {
    id: 'story.new',
    icon: PenLine,
    title: 'Write a story',
    text: 'A headline is enough to begin with. The rest can follow.',
  },
];

/** WelcomeScreen is the first screen of an empty library: three ways to begin, and what Patchdesk does. */
export function WelcomeScreen() {
  return (
    <Pane label="Welcome" className={styles['screen']}>
      <div className={styles['content']}>
        <h2 className={styles['title']}>Your library is empty. Begin in one of three ways:</h2>
        <ul className={styles['ways']}>
          {WAYS.map((way) => (
            <li key={way.id}>
              <Way {...way} />
            </li>
          ))}
        </ul>
        <section aria-label="What Patchdesk does" className={styles['tour']}>
          <p>
            Import the stories of the pages you edit and file each to the systems it concerns. Their pages then fill
            themselves, newest first. To change a page, open it and place, pin, move or re-word a teaser: teasers that
            the zone filled in are dashed, yours are solid. The preview shows the page exactly as Export writes it.
            Everything stays on this computer, every step can be undone, and History keeps every step.
          </p>
        </section>
      </div>
    </Pane>
  );
}

function Way({ id, icon: Icon, title, text }: (typeof WAYS)[number]) {
  const control = useCommandControl(id);
  return (
    <AriaButton
      className={cx(styles['way'], rowStyles['panelHovered'])}
      isDisabled={control.isDisabled}
      onPress={control.onPress}
    >
      <Icon size={20} aria-hidden="true" />
      <span className={textStyles['strong']}>{title}</span>
      <span className={styles['wayText']}>{text}</span>
      {control.keys ? <Kbd>{control.keys}</Kbd> : null}
    </AriaButton>
  );
}
