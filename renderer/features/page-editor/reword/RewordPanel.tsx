import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type EditorTeaser, OVERRIDE_FIELDS, type SystemCode } from '../../../../shared/models.ts';
import { useCommands } from '../../../commands/context.tsx';
import { formatShortcut } from '../../../commands/shortcuts.ts';
import { useSession } from '../../../state/app-state.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { focusTeaser } from '../focus-teaser.ts';
import { RewordField } from './RewordField.tsx';
import { RewordImage } from './RewordImage.tsx';
import styles from './RewordPanel.module.css';
import { ScheduleFields } from './ScheduleFields.tsx';

/**
 * RewordPanel edits the words and image of one teaser on this page, each next to the source's. The preview shows a
 * field as soon as it is left. The source itself does not change.
 */
export function RewordPanel({ system, teaser }: { system: SystemCode; teaser: EditorTeaser }) {
  const setRewording = useSession((s) => s.setRewording);
  const { platform } = useCommands();
  const panel = useRef<HTMLElement>(null);

  const field = useSession((s) => s.rewordingField);

  // Focus the headline, or the field asked for. When the panel closes, the focus returns to the teaser.
  useEffect(() => {
    panel.current
      ?.querySelector<HTMLElement>(`[data-field=${field}] :is(textarea, input, button):not([hidden])`)
      ?.focus();
  }, [field]);

  function close() {
    setRewording(null);
    focusTeaser(teaser.articleId);
  }

  /** The first Escape drops a field's unsaved words; the next one closes the panel. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }

  return (
    <section
      ref={panel}
      aria-label={`Re-word teaser ${teaser.position}`}
      className={styles['panel']}
      onKeyDown={onKeyDown}
    >
      <header className={styles['header']}>
        <h3 className={styles['title']}>Re-word teaser {teaser.position}</h3>
        <span className={styles['hint']}>
          Saved when you leave a field, or with {formatShortcut('Mod+Enter', platform)}. Esc goes back.
        </span>
        <IconButton label="Close" keys="Esc" icon={<X size={16} aria-hidden="true" />} onPress={close} />
      </header>
      <div className={styles['fields']}>
        {OVERRIDE_FIELDS.map((field) => (
          <RewordField key={field} system={system} teaser={teaser} field={field} />
        ))}
        <RewordImage key={teaser.articleId} system={system} teaser={teaser} scope={panel} />
        <ScheduleFields system={system} teaser={teaser} />
      </div>
    </section>
  );
}
