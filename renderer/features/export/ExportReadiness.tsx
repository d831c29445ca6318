import type { SystemCode } from '../../../shared/models.ts';
import { useSession } from '../../state/app-state.tsx';
import { useLibraryInfo, useQuery, useSystemsByCode } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import layoutStyles from '../../ui/layout.module.css';
import textStyles from '../../ui/text.module.css';
import styles from './ExportReadiness.module.css';
import { nameList, readinessOf } from './export-readiness.ts';

/**
 * ExportReadiness lists, before the export, which chosen pages are not signed off, which have errors, and when they
 * were last exported.
 */
export function ExportReadiness({ codes }: { codes: readonly SystemCode[] }) {
  const checks = useQuery('checks.all', {});
  const today = useLibraryInfo().data?.today ?? '';
  const systems = useSystemsByCode();
  const openPage = useSession((s) => s.openPage);
  const showPages = useSession((s) => s.showPages);
  if (codes.length === 0) return null;
  if (checks.error && !checks.data) {
    return (
      <p className={styles['line']} role="status">
        Whether these pages are signed off could not be read: {checks.error.message}{' '}
        <Button variant="quiet" onPress={checks.retry}>
          Try again
        </Button>
      </p>
    );
  }
  if (!checks.data) return <p className={styles['line']}>Checking what is signed off…</p>;
  const ready = readinessOf(checks.data, new Set(codes), today);
  return (
    <section aria-label="Before you export" className={layoutStyles['lines']}>
      {ready.lines.map(({ id, message, codes: of }) => {
        const [first] = of;
        const names = of.map((code) => systems.get(code)?.shortName ?? code);
        return (
          <p key={id} className={styles['line']} data-tone={id}>
            {message}
            {id === 'exported' || !first ? null : (
              <>
                <span className={textStyles['quiet']} title={names.join('\n')}>
                  {nameList(names)}
                </span>
                <Button
                  variant="quiet"
                  className={styles['go']}
                  onPress={() => (of.length === 1 ? openPage(first) : showPages('board'))}
                >
                  {of.length === 1 ? 'Open the page' : 'Show the board'}
                </Button>
              </>
            )}
          </p>
        );
      })}
    </section>
  );
}
