import { useState } from 'react';
import { type EditedName, errorsOf, isOftenWrong, judgedOf, type NameRecord } from '../../../shared/tagging/names.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import layoutStyles from '../../ui/layout.module.css';
import { EmptyState } from '../../ui/States.tsx';
import textStyles from '../../ui/text.module.css';
import { adviceOn, count, REASON_WORDS } from './names-model.ts';
import styles from './RecordTable.module.css';

const ROWS_A_PAGE = 100;

/** RecordTable counts right and wrong offers by their reason (name, trust, site, place, person), most errors first. */
export function RecordTable({
  records,
  names,
  onEdit,
}: {
  records: readonly NameRecord[];
  names: readonly EditedName[];
  onEdit: (name: EditedName) => void;
}) {
  const [limit, setLimit] = useState(ROWS_A_PAGE);
  if (records.length === 0) {
    return (
      <EmptyState title="No offers judged yet">
        Accept or reject offers in the queue. This table then shows how often each name, trust, site and place was
        wrong.
      </EmptyState>
    );
  }
  const often = records.filter(isOftenWrong).length;
  return (
    <section className={layoutStyles['scroller']} tabIndex={-1} aria-label="Errors">
      <p className={styles['explains']}>
        {often === 0
          ? 'None is often wrong. '
          : often === 1
            ? 'One is often wrong. '
            : `${count(often)} are often wrong. `}
        “Wrong” counts offers that were rejected or failed a spot-check. Tags that an editor removed are not counted.
      </p>
      <table className={cx(styles['table'], layoutStyles['table'])}>
        <thead>
          <tr>
            <th scope="col">Reason</th>
            <th scope="col">Words in the stories</th>
            <th scope="col" className={layoutStyles['number']}>
              Wrong
            </th>
            <th scope="col" className={layoutStyles['number']}>
              Judged
            </th>
            <th scope="col" className={layoutStyles['number']}>
              Accepted
            </th>
            <th scope="col" className={layoutStyles['number']}>
              Rejected
            </th>
            <th scope="col" className={layoutStyles['number']}>
              Spot-checked{' '}
            </th>
          </tr>
        </thead>
        <tbody>
          {records.slice(0, limit).map((record) => {
            const own = names.find(({ id }) => id === record.nameId);
            const advice = adviceOn(record);
            return (
              <tr key={`${record.kind} ${record.entity}`}>
                <th scope="row">
                  <span className={textStyles['medium']}>{record.entity}</span>
                  <span className={styles['kind']}>{REASON_WORDS[record.kind]}</span>
                  {advice ? (
                    <span className={styles['advice']}>
                      <Chip tone="bad">often wrong</Chip>
                      <span>{advice.replace(/^Often wrong: /, '')}</span>
                      {own ? (
                        <Button variant="quiet" onPress={() => onEdit(own)} aria-label={`Change ${inQuotes(own.text)}`}>
                          Change
                        </Button>
                      ) : null}
                    </span>
                  ) : null}
                </th>
                <td className={styles['phrases']}>{record.phrases.map(inQuotes).join(', ')}</td>
                <Figure value={errorsOf(record)} isStrong />
                <Figure value={judgedOf(record)} />
                <Figure value={record.accepted} />
                <Figure value={record.rejected} />
                <td className={layoutStyles['number']}>{formatSpotChecks(record)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {records.length > limit ? (
        <div className={styles['more']}>
          <Button onPress={() => setLimit((now) => now + ROWS_A_PAGE)}>
            Show {count(Math.min(ROWS_A_PAGE, records.length - limit))} more
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function formatSpotChecks({ reread }: NameRecord): string {
  const read = reread.right + reread.wrong;
  if (read === 0) return '';
  return reread.wrong === 0 ? `${count(read)} right` : `${count(reread.wrong)} of ${count(read)} wrong`;
}

/** Zero is drawn faintly, so that other figures catch the eye. */
function Figure({ value, isStrong }: { value: number; isStrong?: boolean }) {
  return (
    <td className={cx(layoutStyles['number'], value === 0 ? textStyles['quiet'] : isStrong && textStyles['strong'])}>
      {count(value)}
    </td>
  );
}
