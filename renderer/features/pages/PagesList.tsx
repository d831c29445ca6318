import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Button as AriaButton, GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import { ageWords, longDay } from '../../../shared/day-words.ts';
import type { PageSummary, SystemCode } from '../../../shared/models.ts';
import { useSession } from '../../state/app-state.tsx';
import { useLibraryInfo, useQuery, useSystemsByCode } from '../../state/queries.ts';
import { successorWords } from '../../state/system-search.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { SearchField } from '../../ui/Field.tsx';
import { Pane, PaneHeader } from '../../ui/Pane.tsx';
import { Skeleton } from '../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import styles from './PagesList.module.css';
import { filterPages, groupPages } from './pages-list-model.ts';

/** Every system's page with what it holds, by region; former systems in a section of their own at the end. */
export function PagesList() {
  const pages = useQuery('pages.list', { scope: 'ever' });
  const systems = useSystemsByCode();
  const today = useLibraryInfo().data?.today ?? '';
  const openPage = useSession((session) => session.openPage);
  const [typed, setTyped] = useState('');
  const [isFormerOpen, setFormerOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const lists = useRef<HTMLDivElement>(null);

  const found = useMemo(() => filterPages(pages.data ?? [], typed, systems), [pages.data, typed, systems]);
  const { regions, former } = useMemo(() => groupPages(found), [found]);
  const active = regions.reduce((sum, region) => sum + region.pages.length, 0);
  // What was searched for must not stay hidden in a closed section.
  const showsFormer = isFormerOpen || (typed.trim() !== '' && former.length > 0);

  // An editor comes here to find a page: typing may begin at once.
  useEffect(() => field.current?.focus(), []);

  const open = (key: string | number) => openPage(String(key) as SystemCode);

  function onFieldKey(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      lists.current?.querySelector<HTMLElement>('[role=row][data-key]')?.focus();
    }
    const first = regions[0]?.pages[0] ?? former[0];
    if (event.key === 'Enter' && typed.trim() !== '' && first) open(first.code);
  }

  /** Letters typed on the list go on in the field, so that an editor may simply type a name. */
  function onListKey(event: KeyboardEvent) {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isPlain || !/^[\p{L}\p{N}]$/u.test(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    setTyped((before) => before + event.key);
    field.current?.focus();
  }

  if (pages.error && !pages.data) {
    return (
      <Pane label="Pages" className={styles['screen']}>
        <PaneHeader title="Pages" />
        <ErrorState title="The pages could not be read" message={pages.error.message} onRetry={pages.retry} />
      </Pane>
    );
  }
  return (
    <Pane label="Pages" className={styles['screen']}>
      <PaneHeader title="Pages" detail={pages.data ? countWords(active, pages.data, typed) : null}>
        <SearchField
          label="Filter pages"
          placeholder="Filter by name, region or code"
          value={typed}
          onChange={setTyped}
          inputRef={field}
          onKeyDown={onFieldKey}
          className={styles['filter']}
        />
      </PaneHeader>
      <div ref={lists} className={styles['scroller']} onKeyDownCapture={onListKey}>
        {pages.data ? null : (
          <div className={styles['loading']}>
            <Skeleton lines={9} label="Loading pages" />
          </div>
        )}
        {pages.data && found.length === 0 ? (
          <EmptyState title="No page matches" actions={<Button onPress={() => setTyped('')}>Show all pages</Button>}>
            Nothing named “{typed.trim()}” is in the register: not as a system, a region or a code.
          </EmptyState>
        ) : null}
        {regions.length > 0 ? (
          <>
            <ColumnHeads />
            <GridList
              aria-label="Pages of active systems"
              disallowTypeAhead
              onAction={open}
              className={styles['list'] ?? ''}
            >
              {regions.map(({ region, pages: members }) => (
                <GridListSection key={region} id={region} aria-label={region}>
                  <GridListHeader className={styles['region'] ?? ''}>{region}</GridListHeader>
                  {members.map((page) => (
                    <PageRow key={page.code} page={page} today={today} />
                  ))}
                </GridListSection>
              ))}
            </GridList>
          </>
        ) : null}
        {former.length > 0 ? (
          <section aria-label="Former systems">
            <AriaButton
              className={styles['formerHead'] ?? ''}
              aria-expanded={showsFormer}
              isDisabled={typed.trim() !== ''}
              onPress={() => setFormerOpen(!isFormerOpen)}
            >
              {showsFormer ? (
                <ChevronDown size={14} aria-hidden="true" />
              ) : (
                <ChevronRight size={14} aria-hidden="true" />
              )}
              Former systems
              <span className={styles['count']}>{former.length}</span>
            </AriaButton>
            {showsFormer ? (
              <GridList
                aria-label="Pages of former systems"
                disallowTypeAhead
                onAction={open}
                className={styles['list'] ?? ''}
              >
                {former.map((page) => (
                  <PageRow
                    key={page.code}
                    page={page}
                    today={today}
                    ended={endedWords(page, systems.get(page.code), systems)}
                  />
                ))}
              </GridList>
            ) : null}
          </section>
        ) : null}
      </div>
    </Pane>
  );
}

function countWords(shown: number, pages: readonly PageSummary[], typed: string): string {
  const all = pages.filter((page) => page.active).length;
  return typed.trim() === '' ? `${all} systems, by region` : `${shown} of ${all} systems`;
}

function endedWords(
  page: PageSummary,
  system: Parameters<typeof successorWords>[0] | undefined,
  systems: Parameters<typeof successorWords>[1],
): string {
  const until = page.activeTo ? `until ${longDay(page.activeTo)}` : 'closed';
  const now = system ? successorWords(system, systems) : null;
  return now ? `${until}, ${now}` : until;
}

/** For the eye; a screen reader hears the names with the numbers, row by row. */
function ColumnHeads() {
  return (
    <div className={cx(styles['row'], styles['heads'])} aria-hidden="true">
      <span>System</span>
      <span>Lead</span>
      <span className={styles['number']}>Lead age</span>
      <span className={styles['number']}>Filed</span>
      <span className={styles['number']}>Teasers</span>
      <span className={styles['number']}>Pins</span>
      <span className={styles['number']}>Placed</span>
      <span className={styles['number']}>Filled</span>
    </div>
  );
}

function PageRow({ page, today, ended }: { page: PageSummary; today: string; ended?: string }) {
  const age = page.lead ? ageWords(page.lead.publishedAt, today) : '';
  const spoken = [
    page.shortName,
    ended,
    page.lead ? `lead: ${page.lead.headline}, ${age}` : 'nothing on the page',
    `${page.filed} filed, ${page.teasers} teasers: ${page.pinned} pinned, ${page.free} placed, ${page.filled} filled`,
  ];
  return (
    <GridListItem
      id={page.code}
      textValue={spoken.filter(Boolean).join(', ')}
      className={cx(styles['row'], styles['page'], ended ? styles['former'] : null)}
    >
      <span className={styles['name']}>
        <span className={styles['shortName']}>{page.shortName}</span>
        {ended ? (
          <span className={styles['ended']} title={ended}>
            {ended}
          </span>
        ) : null}
      </span>
      <span
        className={page.lead ? cx(styles['lead'], page.lead.placed === 'filled' && styles['byRule']) : styles['none']}
      >
        {page.lead?.headline ?? 'nothing to show yet'}
      </span>
      <span className={styles['number']}>{age}</span>
      <Count value={page.filed} />
      <Count value={page.teasers} />
      <Count value={page.pinned} />
      <Count value={page.free} />
      <Count value={page.filled} />
    </GridListItem>
  );
}

/** Noughts stay out of the eye's way. */
function Count({ value }: { value: number }) {
  return <span className={cx(styles['number'], value === 0 && styles['nought'])}>{value.toLocaleString('en-GB')}</span>;
}
