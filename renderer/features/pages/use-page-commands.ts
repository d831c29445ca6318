import type { SystemCode } from '../../../shared/models.ts';
import { useCommand } from '../../commands/context.tsx';
import {
  type OpenTeaser,
  openPageOf,
  openTeaserOf,
  pinTeaser,
  putStoryBack,
  releaseStory,
  stepTeaser,
  takeTeaserOff,
  unpinTeaser,
} from '../../commands/page-actions.ts';
import { useAppState } from '../../state/app-state.tsx';
import type { SideList } from '../../state/page-editor.ts';
import { type Step, teasersOf } from '../../state/page-moves.ts';
import { useLibraryInfo, useQuery, useSystems } from '../../state/queries.ts';
import { copyPage, copyText } from './copy-page.ts';
import { neighbour } from './pages-list-model.ts';
import { useBesideCommands } from './use-beside-commands.ts';
import { useCheckCommands } from './use-check-commands.ts';
import { useJointLeadCommands } from './use-joint-lead-commands.ts';

/** The page's commands, for as long as one page is open: keys, palette, menus and buttons all run these. */
export function usePageCommands(system: SystemCode): void {
  const state = useAppState();
  // The register is enough to know the neighbours; what their pages hold would be worked out with every step.
  const systems = useSystems();
  const today = useLibraryInfo().data?.today ?? '';
  const session = () => state.session.getState();

  // What a command acts on is read when it is asked or run: keys may come faster than the screen is drawn.
  const onTeaser = (
    run: (open: OpenTeaser) => void | Promise<void>,
    when: (open: OpenTeaser) => boolean = () => true,
  ) => ({
    when: () => {
      const open = openTeaserOf(state);
      return open !== null && when(open);
    },
    run: () => {
      const open = openTeaserOf(state);
      return open ? run(open) : undefined;
    },
  });
  // At an end it still runs, to say so: a key without an answer leaves a listener in doubt.
  const step = (direction: Step) => onTeaser(() => stepTeaser(state, direction));
  const hasTeasers = () => {
    const open = openPageOf(state);
    return open !== null && teasersOf(open.page).length > 0;
  };
  const goTo = (direction: 'previous' | 'next') => {
    const pages = systems.map((one) => ({ ...one, active: one.activeTo === null || one.activeTo >= today }));
    const target = neighbour(pages, system, direction);
    return { when: () => target !== null, run: () => (target ? session().openPage(target.code) : undefined) };
  };
  const render = async (format: 'fragment' | 'text') =>
    (await state.api.call('pages.render', { system, format })).content;

  useCommand('page.moveUp', step('up'));
  useCommand('page.moveDown', step('down'));
  useCommand('page.moveToTop', step('first'));
  useCommand('page.moveToEnd', step('last'));
  useCommand(
    'page.moveToNumber',
    onTeaser(
      () => session().openDialog({ kind: 'move-to-number' }),
      ({ page }) => teasersOf(page).length > 1,
    ),
  );
  useCommand(
    'page.pin',
    onTeaser(
      (open) => pinTeaser(state, open),
      ({ teaser }) => teaser.placed !== 'pinned',
    ),
  );
  useCommand(
    'page.unpin',
    onTeaser(
      (open) => unpinTeaser(state, open),
      ({ teaser }) => teaser.placed === 'pinned',
    ),
  );
  useCommand(
    'page.takeOff',
    onTeaser((open) => takeTeaserOff(state, open)),
  );
  useCommand(
    'page.release',
    onTeaser(
      (open) => releaseStory(state, open.system, open.teaser.articleId),
      ({ teaser }) => teaser.placed !== 'filled',
    ),
  );
  useCommand(
    'page.reword',
    onTeaser(({ teaser }) => session().setRewording(teaser.articleId)),
  );
  useCommand(
    'page.leads',
    onTeaser(({ teaser: { articleId, headline } }) => session().openDialog({ kind: 'leads', articleId, headline })),
  );
  useCheckCommands(system);
  useBesideCommands(system);
  useJointLeadCommands();
  useCommand('page.copyHtml', {
    when: hasTeasers,
    run: async () => {
      await copyPage(Promise.all([render('fragment'), render('text')]).then(([html, text]) => ({ html, text })));
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
      if (isCandidatesShown && sideList === list) session().setCandidatesShown(false);
      else session().showSide(list);
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
  useCommand('page.previous', goTo('previous'));
  useCommand('page.next', goTo('next'));
}
