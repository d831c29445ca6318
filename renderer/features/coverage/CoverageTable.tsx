import { VisuallyHidden } from 'react-aria-components';
import type { SystemCode } from '../../../shared/models.ts';
import type { Coverage } from '../../../shared/pages/board.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import layoutStyles from '../../ui/layout.module.css';
import textStyles from '../../ui/text.module.css';
import styles from './CoverageTable.module.css';
import {
  type CoveredSystem,
  figureOf,
  formatEvenShare,
  formatSystemChecks,
  leadAge,
  number,
  percent,
} from './coverage-model.ts';
import type { Measure } from './coverage-slice.ts';

/**
 * CoverageTable lists every figure of the map, and those that the map cannot show. The largest figure of the map's
 * measure comes first.
 */
export function CoverageTable({
  systems,
  totals,
  measure,
  nameOf,
  onOpen,
}: {
  systems: readonly CoveredSystem[];
  totals: Coverage['totals'];
  measure: Measure;
  nameOf: (code: string) => string;
  onOpen: (code: SystemCode) => void;
}) {
  const figure = (system: CoveredSystem) => figureOf(system, measure) ?? -1;
  const sorted = systems.toSorted(
    (a, b) => figure(b) - figure(a) || nameOf(a.code).localeCompare(nameOf(b.code), 'en-GB'),
  );
  return (
    <table className={cx(styles['table'], layoutStyles['table'])}>
      <VisuallyHidden elementType="caption">Coverage by system</VisuallyHidden>
      <thead>
        <tr>
          <th scope="col">System</th>
          <th scope="col" className={layoutStyles['number']}>
            Stories
          </th>
          <th scope="col" className={layoutStyles['number']} title="Share of all filings to these systems">
            Share
          </th>
          <th scope="col" className={layoutStyles['number']} title="Share compared with an even share for every system">
            Even share
          </th>
          <th scope="col" className={layoutStyles['number']} title="Counted by the day first seen">
            Undated
          </th>
          <th scope="col" className={layoutStyles['number']}>
            Not reviewed
          </th>
          <th scope="col" className={layoutStyles['number']} title="On the last of these days">
            Lead age
          </th>
          <th
            scope="col"
            className={layoutStyles['number']}
            title="Errors and warnings on its page, on the last of these days"
          >
            Checks
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((system) => (
          <tr key={system.code}>
            <th scope="row">
              <Button variant="quiet" className={styles['name']} onPress={() => onOpen(system.code)}>
                {nameOf(system.code)}
              </Button>
            </th>
            <Figure value={system.stories} />
            <td className={layoutStyles['number']}>{percent(system.share)}</td>
            <td className={layoutStyles['number']}>{formatEvenShare(system.share, systems.length)}</td>
            <Figure value={system.undated} />
            <Figure value={system.unreviewed} />
            <td className={layoutStyles['number']}>{leadAge(system)}</td>
            <td className={layoutStyles['number']} title={formatSystemChecks(system)}>
              <span className={figureOf(system, 'checks') === 0 ? textStyles['quiet'] : undefined}>
                {figureOf(system, 'checks') ?? '…'}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <Apart name="National" value={totals.national} message="for every page" />
        <Apart name="Former or future systems" value={totals.elsewhere} message="not filed to a system above" />
        <Apart
          name="Filed nowhere"
          value={totals.unfiled}
          message={`${number(totals.unreviewedUnfiled)} not reviewed`}
        />
      </tfoot>
    </table>
  );
}

function Figure({ value }: { value: number }) {
  return (
    <td className={layoutStyles['number']}>
      <span className={value === 0 ? textStyles['quiet'] : undefined}>{number(value)}</span>
    </td>
  );
}

function Apart({ name, value, message }: { name: string; value: number; message: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <Figure value={value} />
      <td colSpan={6} className={textStyles['quiet']}>
        {message}
      </td>
    </tr>
  );
}
