import { longDay } from '../../shared/day-words.ts';
import { useCommandControl } from '../commands/context.tsx';
import { useLibraryInfo } from '../state/queries.ts';
import { Chip } from '../ui/Chip.tsx';
import styles from './StatusLine.module.css';

export function StatusLine() {
  const info = useLibraryInfo().data;
  const own = useCommandControl('library.openOwn');
  const settings = useCommandControl('app.settings');
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
              <button type="button" className={styles['link']} onClick={own.onPress}>
                {own.label}
              </button>
            </>
          ) : null}
          <span>
            {info.stories.toLocaleString('en-GB')} {info.stories === 1 ? 'story' : 'stories'}
          </span>
          <span className={styles['right']}>
            Register of {longDay(info.register.from)}: {info.register.systems} systems
          </span>
          <button
            type="button"
            className={styles['link']}
            title="Change who the history names"
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
