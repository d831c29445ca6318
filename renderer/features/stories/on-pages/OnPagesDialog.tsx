import { useMemo, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { StoryId, SystemCode } from '../../../../shared/models.ts';
import { PAGE_ACTIONS, type PageAction, type StoryPage } from '../../../../shared/pages/page-batch.ts';
import { counted } from '../../../../shared/words/counted.ts';
import { readPosition } from '../../../../shared/words/typed-position.ts';
import { useAppState } from '../../../state/app-state.tsx';
import { useQuery, useSystemsByCode } from '../../../state/queries.ts';
import { write } from '../../../state/writes.ts';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/forms/Field.tsx';
import layoutStyles from '../../../ui/layout.module.css';
import rowStyles from '../../../ui/rows.module.css';
import { Skeleton } from '../../../ui/Spinner.tsx';
import { ErrorState } from '../../../ui/States.tsx';
import textStyles from '../../../ui/text.module.css';
import { SystemChooser } from '../tags/SystemChooser.tsx';
import styles from './OnPagesDialog.module.css';
import { OnPagesList } from './OnPagesList.tsx';
import { ACTION_WORDS, formatPlacementMix, isIdle, seenPlaces } from './story-places.ts';

/** No zone is longer. The desk checks the real end of each page. */
const LAST_NUMBER = 200;
const NUMBER_HINTS = {
  place: 'Leave blank to keep its number or place it on top',
  pin: 'Leave blank to keep its number',
} as const;

/** OnPagesDialog places, pins or takes off one story on many pages in one step, with a preview for each page. */
export function OnPagesDialog({ id, onClose }: { id: StoryId; onClose: () => void }) {
  const state = useAppState();
  const byCode = useSystemsByCode();
  const story = useQuery('stories.get', { id });
  const filed = useQuery('stories.pages', { id });
  const [others, setOthers] = useState<readonly SystemCode[]>([]);
  const [chosen, setChosen] = useState<ReadonlySet<SystemCode>>(new Set());
  const [action, setAction] = useState<PageAction>('place');
  const [typed, setTyped] = useState('');
  const [isWorking, setWorking] = useState(false);

  const pages = useMemo(() => withOthers(filed.data ?? [], others), [filed.data, others]);
  const takesNumber = action === 'place' || action === 'pin';
  const read = takesNumber && typed.trim() !== '' ? readPosition(typed, LAST_NUMBER) : null;
  const systems = pages.map(({ code }) => code).filter((code) => chosen.has(code));
  const step =
    systems.length === 0 || read?.ok === false
      ? null
      : { articleId: id, systems, action, ...(read ? { position: read.position } : {}) };
  const preview = useQuery('pages.previewMany', step, { keepPrevious: true });
  const outlooks = step ? (preview.data?.pages ?? []) : [];
  const refused = outlooks.filter(({ refusal, code }) => refusal !== null && chosen.has(code)).map(({ code }) => code);
  const changing = outlooks.filter((page) => page.refusal === null && !isIdle(page)).length;
  const isReady =
    step !== null && !preview.isPrevious && preview.error === null && refused.length === 0 && changing > 0;
  const name = (code: SystemCode) => byCode.get(code)?.shortName ?? code;

  async function apply() {
    if (!step || !isReady || isWorking) return;
    setWorking(true);
    const done = await write(state, 'pages.many', { ...step, seen: seenPlaces(filed.data ?? []) });
    setWorking(false);
    if (done) onClose();
  }

  function add(code: SystemCode) {
    if (!pages.some((page) => page.code === code)) setOthers([...others, code]);
    setChosen(new Set([...chosen, code]));
  }

  return (
    <Dialog
      title="On pages"
      width="wide"
      isDismissable={chosen.size === 0}
      onClose={onClose}
      footer={
        <>
          <p role="status" className={layoutStyles['wideSecond']}>
            {sumOf(systems.length, changing, refused.map(name), step !== null && preview.isPrevious)}
          </p>
          {refused.length > 0 ? (
            <Button onPress={() => setChosen(new Set([...chosen].filter((code) => !refused.includes(code))))}>
              Leave out {refused.length === 1 ? 'that one' : `those ${refused.length}`}
            </Button>
          ) : null}
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={!isReady} isPending={isWorking} onPress={() => void apply()}>
            {ACTION_WORDS[action].done} {counted(changing, 'page', 'pages')}
          </Button>
        </>
      }
    >
      <div className={layoutStyles['parts']}>
        <p className={styles['headline']}>{story.data?.headline ?? ''}</p>
        <div className={cx(styles['step'], layoutStyles['wrapsCentred'])}>
          <ToggleButtonGroup
            aria-label="Action on the chosen pages"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[action]}
            onSelectionChange={(keys) => setAction(PAGE_ACTIONS.find((one) => keys.has(one)) ?? 'place')}
            className={layoutStyles['wrapsCentred'] ?? ''}
          >
            {PAGE_ACTIONS.map((one) => (
              <ToggleButton key={one} id={one} className={cx(styles['choice'], rowStyles['sunkenHovered'])}>
                {ACTION_WORDS[one].label}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <span className={cx(styles['quiet'], textStyles['quiet'])}>{ACTION_WORDS[action].message}</span>
        </div>
        {takesNumber ? (
          <TextField
            label="At number"
            value={typed}
            onChange={setTyped}
            inputMode="numeric"
            hint={NUMBER_HINTS[action]}
            error={read?.ok === false ? `Type a number from 1 to ${LAST_NUMBER}, or leave it blank.` : null}
            className={styles['number']}
          />
        ) : null}
        <div className={cx(styles['bar'], layoutStyles['wrapsCentred'])}>
          <span className={cx(styles['quiet'], textStyles['quiet'])}>
            {chosen.size} of {counted(pages.length, 'page', 'pages')} chosen
            {pages.length > 0 ? `; now ${formatPlacementMix(pages)}` : ''}
          </span>
          <Button onPress={() => setChosen(new Set(pages.map(({ code }) => code)))} isDisabled={pages.length === 0}>
            Choose all
          </Button>
          <Button onPress={() => setChosen(new Set())} isDisabled={chosen.size === 0}>
            Clear choice{' '}
          </Button>
          <SystemChooser
            label="Another page…"
            hint="Page to add"
            exclude={pages.map(({ code }) => code)}
            onChoose={add}
          />
        </div>
        {filed.error && !filed.data ? (
          <ErrorState title="Its pages could not be read" message={filed.error.message} onRetry={filed.retry} />
        ) : !filed.data ? (
          <Skeleton lines={4} label="Loading its pages" />
        ) : pages.length === 0 ? (
          <p className={cx(styles['quiet'], textStyles['quiet'])}>
            The story is filed to no system and placed on no page. Choose another page to begin.
          </p>
        ) : (
          <OnPagesList pages={pages} chosen={chosen} onChoose={setChosen} outlooks={outlooks} name={name} />
        )}
        {preview.error && step ? (
          <ErrorState title="This cannot be worked out" message={preview.error.message} onRetry={preview.retry} />
        ) : null}
      </div>
    </Dialog>
  );
}

/** The story's pages, followed by the pages added here. A page in both is listed once. */
function withOthers(pages: readonly StoryPage[], others: readonly SystemCode[]): StoryPage[] {
  const known = new Set(pages.map(({ code }) => code));
  const added = others
    .filter((code) => !known.has(code))
    .map((code) => ({
      code,
      active: true,
      filed: null,
      position: null,
      placed: null,
      absent: 'not-filed' as const,
      by: null,
      reworded: false,
    }));
  return [...pages, ...added];
}

function sumOf(chosen: number, changing: number, refused: readonly string[], isWorkingOut: boolean): string {
  if (chosen === 0) return 'Choose pages to see what happens on each.';
  if (isWorkingOut) return 'Working out what happens…';
  if (refused.length > 0) return `It cannot be done on ${refused.join(', ')}; nothing would be changed.`;
  return changing === 0
    ? 'Nothing would change on the chosen pages.'
    : `${counted(changing, 'page', 'pages')} will change, as one step.`;
}
