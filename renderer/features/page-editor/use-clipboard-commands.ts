import { useEffect } from 'react';
import type { CommandId } from '../../../shared/command-list.ts';
import { useCommand, useCommands } from '../../commands/context.tsx';
import { isTextField } from '../../commands/keyboard.ts';
import { useAppState } from '../../state/app-state.tsx';
import { isFocusLost } from '../../ui/lost-focus.ts';
import { isInSide } from './checks/use-check-commands.ts';
import { focusTeaserWhenDrawn, isInTeasers } from './focus-teaser.ts';
import { openPageOf, openTeasersOf, teasersOf } from './open-page.ts';
import { copyTeasers, forgetCut, isOurText, pasteTeasers } from './placing/clipboard-actions.ts';

/** The clipboard commands. Text fields and selected text keep these shortcuts for themselves. */
export function useClipboardCommands(): void {
  const state = useAppState();
  const { registry } = useCommands();
  const session = () => state.session.getState();
  // In a side pane the shortcuts belong to that pane.
  const isOnPage = () => session().sideStory === null && !isInSide();
  const canTake = () => isOnPage() && !areWordsSelected() && openTeasersOf(state) !== null;

  useCommand('page.copyTeasers', { when: canTake, run: () => copyTeasers(state, false) });
  useCommand('page.cutTeasers', { when: canTake, run: () => copyTeasers(state, true) });
  useCommand('page.pasteTeasers', {
    when: () => isOnPage() && session().clipboard !== null && openPageOf(state) !== null,
    run: async () => {
      const areKeysHere = isInTeasers(document.activeElement) || isFocusLost();
      const [first] = await pasteTeasers(state);
      if (first && areKeysHere) focusTeaserWhenDrawn(first);
    },
  });
  const isCut = () => session().clipboard?.isCut ?? false;
  const isSeveral = () => isOnPage() && (openTeasersOf(state)?.teasers.length ?? 0) > 1;
  useCommand('page.letGo', {
    when: () => isCut() || isSeveral(),
    run: () => (isCut() ? forgetCut(state) : session().setTeaser(session().teaser)),
  });
  useCommand('page.selectAll', {
    when: () => isOnPage() && openPageOf(state) !== null,
    run: () => {
      const open = openPageOf(state);
      const teasers = open ? teasersOf(open.page).map(({ articleId }) => articleId) : [];
      const teaser = session().teaser ?? teasers[0] ?? null;
      session().selectTeasers({ teaser, teasers, teaserAnchor: session().teaserAnchor ?? teaser });
    },
  });

  // The window's Edit menu cuts and copies without a key press, and only a paste event carries the clipboard's
  // content.
  useEffect(() => {
    const onClipboard = (event: ClipboardEvent) => {
      const id = EVENTS[event.type];
      if (!id || event.defaultPrevented || isTextField(event.target) || isBlocked()) return;
      if (id === 'page.pasteTeasers' && !isMeant(event.clipboardData)) return;
      if (registry.run(id)) event.preventDefault();
    };
    const isBlocked = () => {
      const { dialog, question } = state.session.getState();
      return dialog !== null || question !== null;
    };
    /** Newer content from another program is not what was copied here. */
    const isMeant = (data: DataTransfer | null) => {
      const { clipboard } = state.session.getState();
      return clipboard !== null && !data?.files.length && isOurText(clipboard, data?.getData('text/plain') ?? '');
    };
    for (const name of Object.keys(EVENTS)) document.addEventListener(name, onClipboard as EventListener);
    return () => {
      for (const name of Object.keys(EVENTS)) document.removeEventListener(name, onClipboard as EventListener);
    };
  }, [registry, state]);
}

const EVENTS: Readonly<Record<string, CommandId>> = {
  copy: 'page.copyTeasers',
  cut: 'page.cutTeasers',
  paste: 'page.pasteTeasers',
};

/** True when the editor has selected text to copy. Text selected by a click in the list does not count. */
function areWordsSelected(): boolean {
  const words = document.getSelection();
  return words !== null && !words.isCollapsed && !isInTeasers(words.anchorNode);
}
