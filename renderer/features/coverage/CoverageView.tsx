import { useMemo, useState } from 'react';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { SystemCode } from '../../../shared/models.ts';
import type { Coverage, CoverageMap as MapData } from '../../../shared/pages/board.ts';
import { longDay } from '../../../shared/words/day-words.ts';
import { useSession } from '../../state/app-state.tsx';
import { useLibraryInfo, useQuery, useSystemsByCode } from '../../state/queries.ts';
import { DayField } from '../../ui/forms/DayField.tsx';
import { Select } from '../../ui/forms/Select.tsx';
import { Switch } from '../../ui/forms/Switch.tsx';
import layoutStyles from '../../ui/layout.module.css';
import { PaneHeader } from '../../ui/Pane.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import textStyles from '../../ui/text.module.css';
import { useSize } from '../../ui/use-size.ts';
import { CoverageMap, Swatch } from './CoverageMap.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import styles from './CoverageView.module.css';
import {
  type CoveredSystem,
  daysOf,
  formatArea,
  formatBacklog,
  formatUnmapped,
  legendOf,
  scaleOf,
  withChecks,
} from './coverage-model.ts';
import { type CoverageWindow, MEASURES, type Measure, WINDOWS } from './coverage-slice.ts';
import { drawMap, drawTiles } from './map-geometry.ts';

const MEASURE_LABELS: Record<Measure, string> = {
  stories: 'Stories',
  age: 'Age of the lead',
  checks: 'Failed checks',
  waiting: 'Stories not reviewed',
};
const WINDOW_LABELS: Record<CoverageWindow, string> = {
  '7': 'Last 7 days',
  '30': 'Last 30 days',
  '90': 'Last 90 days',
  dates: 'Choose days',
};
const SHAPES = [
  { id: 'map', label: 'Map' },
  { id: 'tiles', label: 'Tiles' },
] as const;

/** CoverageView shows the coverage of England by system over some days, as a map or tiles and as a table. */
export function CoverageView() {
  const info = useLibraryInfo().data;
  const today = info?.today ?? '';
  const measure = useSession((s) => s.measure);
  const window = useSession((s) => s.coverageWindow);
  const dates = useSession((s) => s.coverageDates);
  const shape = useSession((s) => s.coverageShape);
  const set = useSession((s) => s.setCoverage);
  const days = today === '' ? null : daysOf(window, dates, today);
  const coverage = useQuery('coverage.get', days, { keepPrevious: true });
  // Use the map of the figures on screen, not of figures still being loaded.
  const map = useQuery('coverage.map', coverage.data ? { asOf: coverage.data.to } : null, { keepPrevious: true });
  const failed = coverage.error ?? map.error;
  // Today's checks are the ones the board asks for. They come after the figures, which do not wait for them.
  const asOf = coverage.data && coverage.data.to !== today ? { asOf: coverage.data.to } : {};
  const checks = useQuery('checks.all', coverage.data ? asOf : null, { keepPrevious: true });

  return (
    <>
      <PaneHeader title="Coverage" detail={days ? `${longDay(days.from)} to ${longDay(days.to)}` : null}>
        <Select
          label="Coloured by"
          hideLabel
          value={measure}
          onChange={(id) => set({ measure: id })}
          options={MEASURES.map((id) => ({ id, label: MEASURE_LABELS[id] }))}
        />
        <Select
          label="Days"
          hideLabel
          value={window}
          onChange={(id) =>
            set({
              coverageWindow: id,
              // Choosing other dates starts from the dates last shown.
              ...(id === 'dates' && dates.from === '' && days ? { coverageDates: days } : {}),
            })
          }
          options={WINDOWS.map((id) => ({ id, label: WINDOW_LABELS[id] }))}
        />
        <Switch label="Map style" value={shape} onChange={(id) => set({ coverageShape: id })} options={SHAPES} />
      </PaneHeader>
      {window === 'dates' ? (
        <div className={styles['dates']}>
          <DayField
            label="From"
            value={dates.from}
            onChange={(from) => set({ coverageDates: { ...dates, from } })}
            error={days === null ? 'Choose a start date on or before the end date.' : null}
          />
          <DayField label="To" value={dates.to} onChange={(to) => set({ coverageDates: { ...dates, to } })} />
        </div>
      ) : null}
      {failed && !(coverage.data && map.data) ? (
        <ErrorState
          title="The coverage could not be counted"
          message={failed.message}
          onRetry={coverage.error ? coverage.retry : map.retry}
        />
      ) : coverage.data && map.data ? (
        <Figures
          coverage={coverage.data}
          checks={checks.data}
          map={map.data}
          measure={measure}
          isTiles={shape === 'tiles'}
        />
      ) : days === null && today !== '' ? (
        <EmptyState title="No dates chosen">Choose the start and end dates above.</EmptyState>
      ) : (
        <div className={layoutStyles['loading']}>
          <Skeleton lines={9} label="Counting the coverage" />
        </div>
      )}
    </>
  );
}

function Figures({
  coverage,
  checks,
  map,
  measure,
  isTiles,
}: {
  coverage: Coverage;
  checks: MethodOutput<'checks.all'> | undefined;
  map: MapData;
  measure: Measure;
  isTiles: boolean;
}) {
  const byCode = useSystemsByCode();
  const openPage = useSession((s) => s.openPage);
  const [looked, setLooked] = useState<string | null>(null);
  const nameOf = (code: string) => byCode.get(code as SystemCode)?.shortName ?? code;
  const [frame, size] = useSize<HTMLDivElement>();
  const drawing = useMemo(
    () => (size === null ? null : isTiles ? drawTiles(map, size) : drawMap(map, size)),
    [map, isTiles, size],
  );
  const covered = useMemo(() => withChecks(coverage.systems, checks), [coverage, checks]);
  const systems = useMemo(
    () => new Map<string, CoveredSystem>(covered.map((system) => [system.code, system])),
    [covered],
  );
  const scale = useMemo(() => scaleOf(covered, measure), [covered, measure]);
  const backlog = formatBacklog(coverage);
  const known = new Set(map.tiles.map(({ code }) => code));
  const unmapped = coverage.systems.filter(({ code }) => !known.has(code)).map(({ code }) => nameOf(code));
  const shown = looked === null ? undefined : systems.get(looked);
  return (
    <div className={styles['body']}>
      <section className={styles['drawing']} aria-label="Map">
        <div ref={frame} className={styles['map']}>
          {drawing ? (
            <CoverageMap
              label={`${MEASURE_LABELS[measure]} by system`}
              drawing={drawing}
              systems={systems}
              nameOf={nameOf}
              scale={scale}
              isTiles={isTiles}
              onLook={setLooked}
              onOpen={openPage}
            />
          ) : null}
        </div>
        <p className={styles['readout']}>
          {shown
            ? formatArea(nameOf(shown.code), shown)
            : `${MEASURE_LABELS[measure]}. Point at a system, or go through them with the arrow keys; Enter opens its page.`}
        </p>
        <ul className={styles['legend']} aria-label="Legend">
          {legendOf(scale).map(({ step, words }) => (
            <li key={words}>
              <Swatch step={step} />
              {words}
            </li>
          ))}
        </ul>
        {backlog ? <p className={styles['backlog']}>{backlog}</p> : null}
        <p className={textStyles['detail']}>
          {unmapped.length > 0 ? `Not on this map: ${unmapped.join(', ')}. ` : null}
          Boundaries of {map.boundaries}
          {map.boundaries === '2026' ? ', approximate where systems were divided' : null}: Office for National
          Statistics; contains OS data © Crown copyright and database right.
        </p>
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled with keys, so the scrolling element takes the focus. */}
      <section className={styles['figures']} tabIndex={0} aria-label="Figures">
        <p className={styles['apart']}>{formatUnmapped(coverage)}</p>
        <CoverageTable systems={covered} totals={coverage.totals} measure={measure} nameOf={nameOf} onOpen={openPage} />
      </section>
    </div>
  );
}
