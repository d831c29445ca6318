import { useMemo } from 'react';
import type { SystemCode } from '../../../shared/models.ts';
import type { TeaserAction } from '../../../shared/pages/teaser-batch.ts';
import { useCommand } from '../../commands/context.tsx';
import { useAppState } from '../../state/app-state.tsx';
import { useLibraryInfo, useQuery, useSystems } from '../../state/queries.ts';
import { copyRich, copyText } from '../../ui/clipboard.ts';
import { useBesideCommands } from './beside/use-beside-commands.ts';
import { backToPage, isInSide, useCheckCommands } from './checks/use-check-commands.ts';
import { type OpenTeaser, type OpenTeasers, openPageOf, openTeasersOf, teasersOf } from './open-page.ts';
import { isBesideInPlace, type SideList } from './page-editor-slice.ts';
import { neighbour } from './pages-list-model.ts';
import { actOnTeasers, canAct, putStoryBack, stepTeasers } from './placing/page-actions.ts';
import type { Step } from './placing/targets.ts';
import { commandStories, commandStory, shelve } from './side/shelf-actions.ts';
import { useClipboardCommands } from './use-clipboard-commands.ts';
import { useJointLeadCommands } from './use-joint-lead-commands.ts';

/** Returns the pages before and after one, former ones after all active ones; null at an end. */
export function useNeighbours(system: SystemCode): { previous: SystemCode | null; next: SystemCode | null } {
  // Use the register: page summaries would be worked out at every step.
  const systems = useSystems();
  const today = useLibraryInfo().data?.today ?? '';
  return useMemo(() => {
    const pages = systems.map((one) => ({ ...one, active: one.activeTo === null || one.activeTo >= today }));
    const at = (direction: 'previous' | 'next') => neighbour(pages, system, direction)?.code ?? null;
    return { previous: at('previous'), next: at('next') };
  }, [systems, today, system]);
}

/** The commands of the open page. Shortcuts, palette, menus and buttons all run these. */
export function usePageCommands(system: SystemCode): void {
  const state = useAppState();
  const neighbours = useNeighbours(system);
  const session = () => state.session.getState();

  // Read the selection when the command is asked or run: keys may come faster than renders.
  const onTeasers = (
    run: (open: OpenTeasers) => void | Promise<void>,
    when: (open: OpenTeasers) => boolean = () => true,
  ) => ({
    when: () => {
      const open = openTeasersOf(state);
      return open !== null && when(open);
    },
    run: () => {
      const open = openTeasersOf(state);
      return open ? run(open) : undefined;
    },
  });
  /** For commands on a single teaser. */
  const onOne = (run: (open: OpenTeaser) => void) =>
    onTeasers(
      ({ teasers: [teaser], ...open }) => (teaser ? run({ ...open, teaser }) : undefined),
      ({ teasers }) => teasers.length === 1,
    );
  // Pin and unpin are two commands, each enabled while it would change something.
  const act = (action: TeaserAction) =>
    onTeasers(
      (open) => actOnTeasers(state, open, action),
      ({ teasers }) => teasers.some((teaser) => canAct(teaser, action)),
    );
  // At an end the command still runs, to announce it: a silent key leaves a listener in doubt.
  const step = (direction: Step) => onTeasers(() => stepTeasers(state, direction));
  const hasTeasers = () => {
    const open = openPageOf(state);
    return open !== null && teasersOf(open.page).length > 0;
  };
  const goTo = (code: SystemCode | null) => ({
    when: () => code !== null,
    run: () => (code ? session().openPage(code) : undefined),
  });
  const render = async (format: 'fragment' | 'text') =>
    (await state.api.call('pages.render', { system, format })).content;

  useCommand('page.moveUp', step('up'));
  useCommand('page.moveDown', step('down'));
  useCommand('page.moveToTop', step('first'));
  useCommand('page.moveToEnd', step('last'));
  useCommand(
    'page.moveToNumber',
    onTeasers(
      () => session().openDialog({ kind: 'move-to-number' }),
      ({ page, teasers }) => teasersOf(page).length > teasers.length,
    ),
  );
  // In a side pane the shortcut acts on the focused story.
  const zoneTargets = () => {
    const { sideStory } = session();
    return sideStory === null ? (openTeasersOf(state)?.teasers ?? []).map(({ articleId }) => articleId) : [sideStory];
  };
  useCommand('page.moveToZone', {
    when: () => (openPageOf(state)?.page.zones.length ?? 0) > 1 && zoneTargets().length > 0,
    run: () => session().openDialog({ kind: 'to-zone', articleIds: zoneTargets() }),
  });
  useCommand('page.pin', act('pin'));
  useCommand('page.unpin', act('unpin'));
  useCommand('page.takeOff', act('takeOff'));
  useCommand('page.release', act('release'));
  useCommand(
    'page.reword',
    onOne(({ teaser }) => session().setRewording(teaser.articleId)),
  );
  useCommand(
    'page.image',
    onOne(({ teaser }) => session().setRewording(teaser.articleId, 'image')),
  );
  useCommand(
    'page.leads',
    onOne(({ teaser: { articleId, headline } }) => session().openDialog({ kind: 'leads', articleId, headline })),
  );
  useCommand('story.onPages', {
    when: () => commandStory(state) !== null,
    run: () => {
      const id = commandStory(state);
      if (id) session().openDialog({ kind: 'on-pages', id });
    },
  });
  useCommand('story.shelve', {
    when: () => commandStories(state).length > 0,
    run: () => shelve(state, { kind: 'ids', ids: commandStories(state) }),
  });
  useClipboardCommands();
  useCheckCommands(system);
  useBesideCommands(system);
  useJointLeadCommands();
  useCommand('page.copyHtml', {
    when: hasTeasers,
    run: async () => {
      await copyRich(Promise.all([render('fragment'), render('text')]).then(([html, text]) => ({ html, text })));
      session().notify('The page is on the clipboard, as HTML and as text.');
    },
  });
  useCommand('page.copyText', {
    when: hasTeasers,
    run: async () => {
      await copyText(render('text'));
      session().notify('The page is on the clipboard, as text.');
    },
  });
  const side = (list: SideList) => ({
    run: () => {
      const { isCandidatesShown, sideList } = session();
      const isHidden = !isCandidatesShown || isBesideInPlace(session());
      if (isBesideInPlace(session())) {
        if (isInSide()) backToPage(state);
        else session().setDrawerOpen(false);
      }
      if (isHidden || sideList !== list) session().showSide(list);
      else session().setCandidatesShown(false);
    },
  });
  useCommand('page.candidates', side('candidates'));
  useCommand('page.shelf', side('shelf'));
  const tray = useQuery('pages.tray', { system });
  const last = tray.data?.[0];
  useCommand('page.putBack', {
    when: () => last !== undefined,
    run: () => (last ? putStoryBack(state, system, last) : undefined),
  });
  useCommand('page.zones', { run: () => session().openDialog({ kind: 'page-zones', system, zoneId: null }) });
  useCommand('page.previous', goTo(neighbours.previous));
  useCommand('page.next', goTo(neighbours.next));
}
