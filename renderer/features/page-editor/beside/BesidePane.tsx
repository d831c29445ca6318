import { ArrowLeftRight, ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect } from 'react';
import type { SystemCode } from '../../../../shared/models.ts';
import { useCommandControl } from '../../../commands/context.tsx';
import { useAppState } from '../../../state/app-state.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import { Skeleton } from '../../../ui/Spinner.tsx';
import { EmptyState, ErrorState } from '../../../ui/States.tsx';
import { WithTooltip } from '../../../ui/Tooltip.tsx';
import { PAGE_SIDE_ID } from '../checks/use-check-commands.ts';
import { PageSideHeader } from '../PageSideHeader.tsx';
import { BesideList } from './BesideList.tsx';
import styles from './BesidePane.module.css';
import { type Beside, useBeside } from './use-beside.ts';

/** BesidePane shows another page for comparison, read-only. Stories on both pages are marked on each side. */
export function BesidePane({ system, name }: { system: SystemCode; name: string }) {
  const beside = useBeside(system);
  return (
    <>
      <PageSideHeader system={system} />
      <div id={PAGE_SIDE_ID} className={layoutStyles['column']}>
        {beside ? <BesidePage beside={beside} hereName={name} /> : <NoneChosen />}
      </div>
    </>
  );
}

function NoneChosen() {
  const compare = useCommandControl('page.compare');
  const next = useCommandControl('page.besideNext');
  return (
    <EmptyState
      title="No page to compare"
      actions={
        <>
          <Button keys={compare.keys} onPress={compare.onPress}>
            Choose a page…
          </Button>
          <Button keys={next.keys} isDisabled={next.isDisabled} onPress={next.onPress}>
            Compare a neighbour{' '}
          </Button>
        </>
      }
    >
      The other page’s teasers appear here. Stories on both pages are marked on each side.
    </EmptyState>
  );
}

function BesidePage({ beside, hereName }: { beside: Beside; hereName: string }) {
  const { session } = useAppState();
  const compare = useCommandControl('page.compare');
  const previous = useCommandControl('page.besidePrevious');
  const next = useCommandControl('page.besideNext');
  const swap = useCommandControl('page.swap');
  const { code, name, page, comparison } = beside;
  const isReady = comparison !== null;

  // Announce a newly compared page only. Later edits are visible on screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    if (comparison) session.getState().announce(`Compared with ${name}: ${comparison.message}.`);
  }, [code, isReady]);

  return (
    <>
      <div className={styles['bar']}>
        <WithTooltip text={compare.label} keys={compare.keys}>
          <Button
            className={styles['choose']}
            aria-label={`${name}: choose another page`}
            onPress={() =>
              session.getState().openDialog({ kind: 'beside', system: session.getState().pageSystem ?? code })
            }
          >
            <span className={layoutStyles['pair']}>
              {name}
              <ChevronDown size={14} aria-hidden="true" />
            </span>
          </Button>
        </WithTooltip>
        <IconButton
          label={previous.label}
          keys={previous.keys}
          isDisabled={previous.isDisabled}
          icon={<ChevronLeft size={16} aria-hidden="true" />}
          onPress={previous.onPress}
        />
        <IconButton
          label={next.label}
          keys={next.keys}
          isDisabled={next.isDisabled}
          icon={<ChevronRight size={16} aria-hidden="true" />}
          onPress={next.onPress}
        />
        <IconButton
          label={swap.label}
          keys={swap.keys}
          isDisabled={swap.isDisabled}
          icon={<ArrowLeftRight size={15} aria-hidden="true" />}
          onPress={swap.onPress}
        />
      </div>
      {page.error && !page.data ? (
        <ErrorState title="The other page could not be read" message={page.error.message} onRetry={page.retry} />
      ) : null}
      {page.data || page.error ? null : <Skeleton lines={6} label="Loading the other page" />}
      {page.data && comparison ? (
        <>
          <p className={styles['says']}>{comparison.message}</p>
          <BesideList page={page.data} sameStories={comparison.sameStories} hereName={hereName} />
        </>
      ) : null}
    </>
  );
}
