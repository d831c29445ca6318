import type { LibraryInfo } from '../../shared/contract.ts';
import { counted } from '../../shared/words/counted.ts';
import { longDay, shortDay } from '../../shared/words/day-words.ts';
import { useCommandControl } from '../commands/context.tsx';
import { useLibraryInfo } from '../state/queries.ts';
import { wallTime } from '../state/wall-time.ts';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import layoutStyles from '../ui/layout.module.css';
import rowStyles from '../ui/rows.module.css';
import styles from './StatusLine.module.css';
import { WorkStatus } from './WorkStatus.tsx';

export function StatusLine() {
  const info = useLibraryInfo().data;
  const own = useCommandControl('library.openOwn');
  const settings = useCommandControl('app.settings');
  const backup = useCommandControl('library.backup');
  return (
    <footer className={styles['line']}>
      {info ? (
        <>
          <span className={styles['name']} title={info.path}>
            {info.name}
          </span>
          {info.isSample ? (
            <>
              <Chip tone="possible">Sample library</Chip>
              <button type="button" className={cx(styles['link'], rowStyles['sunken'])} onClick={own.onPress}>
                {own.label}
              </button>
            </>
          ) : null}
          <span>{counted(info.stories, 'story', 'stories')}</span>
          <WorkStatus />
          <button
            type="button"
            className={cx(styles['link'], rowStyles['sunken'])}
            title={backupTitle(info.backup)}
            onClick={backup.onPress}
          >
            {formatBackup(info.backup, info.today)}
          </button>
          <span className={layoutStyles['end']}>
            Register of {longDay(info.register.from)}: {info.register.systems} systems
          </span>
          <button
            type="button"
            className={cx(styles['link'], rowStyles['sunken'])}
            title="Change your name"
            onClick={settings.onPress}
          >
            {info.author}
          </button>
        </>
      ) : (
        <span>Opening the library…</span>
      )}
    </footer>
  );
}

type Backup = LibraryInfo['backup'];

/** `Backed up 08:52, checked`, with the day where it was not today. */
function formatBackup(backup: Backup, today: string): string {
  if (backup === null) return 'Never backed up';
  const { day, time } = wallTime(backup.at);
  return `Backed up ${day === today ? time : shortDay(day, today)}, checked`;
}

function backupTitle(backup: Backup): string {
  return backup === null ? 'Back up the library' : `${backup.path}. Back up again`;
}
