import { useEffect } from 'react';
import type { CommandId } from '../../../shared/command-list.ts';
import type { SystemCode } from '../../../shared/models.ts';
import { defaultStrength } from '../../../shared/tagging/default-strength.ts';
import { useCommand, useCommands } from '../../commands/context.tsx';
import type { Runner } from '../../commands/registry.ts';
import { type AppState, useAppState } from '../../state/app-state.tsx';
import type { OfferedTag } from '../../state/dialogs.ts';
import { countSelected, isSelected, NOTHING_SELECTED, selectQuery, toSelection } from '../../state/selection.ts';
import {
  acceptAllOffers,
  acceptOffer,
  finishStory,
  isSure,
  makeNational,
  openStoryOf,
  rejectNational,
  rejectOffer,
  stepStrength,
  stepThroughQueue,
  stepThroughQueueHistory,
  strengthTarget,
  sureOffersOf,
} from './queue-actions.ts';
import { QUEUE_QUERY } from './queue-list.ts';
import { MOST_NUMBERED } from './queue-offers.ts';

/** Returns the system of a digit key. */
function codeAt(state: AppState, number: number): SystemCode | null {
  const open = openStoryOf(state);
  return (open && state.queue.numbers.of(open).find((one) => one.number === number)?.offer.code) ?? null;
}

function offerRunner(state: AppState, number: number, run: (code: SystemCode) => Promise<void>): Runner {
  return {
    when: () => codeAt(state, number) !== null,
    run: () => {
      const code = codeAt(state, number);
      return code === null ? undefined : run(code);
    },
  };
}

/** Returns the offers of the ticked rows that may be accepted together: only rows whose offers were on screen. */
function offeredBySelection(state: AppState): OfferedTag[] {
  const { queueSelection } = state.session.getState();
  const view = state.queue.getView();
  const offered: OfferedTag[] = [];
  for (const id of state.rowOffers.onScreen()) {
    const index = view.indexOf(id);
    const row = index === null ? null : view.rowAt(index);
    if (!row || !isSelected(queueSelection, id)) continue;
    const offers = state.rowOffers.getKnown().get(id)?.offers ?? [];
    for (const offer of offers) {
      if (!isSure(offer)) continue;
      const { code, level, why } = offer;
      offered.push({ id, headline: row.headline, code, level, strength: defaultStrength(offer, offers), why });
    }
  }
  return offered;
}

/** Registers the queue's commands while it is on screen. */
export function useQueueCommands(): void {
  const state = useAppState();
  const { registry } = useCommands();
  const { session } = state;
  const isOpen = () => openStoryOf(state) !== null;

  useEffect(() => {
    const runners: [CommandId, Runner][] = [];
    for (let number = 1; number <= MOST_NUMBERED; number += 1) {
      runners.push(
        [`queue.accept${number}` as CommandId, offerRunner(state, number, (code) => acceptOffer(state, code))],
        [`queue.reject${number}` as CommandId, offerRunner(state, number, (code) => rejectOffer(state, code))],
      );
    }
    const ends = runners.map(([id, runner]) => registry.register(id, runner));
    return () => {
      for (const end of ends) end();
    };
  }, [state, registry]);

  useCommand('queue.done', { when: () => session.getState().queueStory !== null, run: () => finishStory(state) });
  useCommand('queue.acceptAll', { when: () => sureOffersOf(state).length > 0, run: () => acceptAllOffers(state) });
  useCommand('queue.next', { when: isOpen, run: () => stepThroughQueue(state, 1) });
  useCommand('queue.previous', { when: isOpen, run: () => stepThroughQueue(state, -1) });
  useCommand('queue.national', { when: isOpen, run: () => makeNational(state) });
  useCommand('queue.notNational', {
    when: () => {
      const open = openStoryOf(state);
      return open !== null && (open.story.national || open.national?.state === 'pending');
    },
    run: () => rejectNational(state),
  });
  useCommand('queue.another', {
    when: isOpen,
    run: () => {
      const id = session.getState().queueStory;
      if (id === null) return;
      session.getState().openDialog({ kind: 'tag-picker', mode: 'add', selection: { kind: 'ids', ids: [id] } });
    },
  });
  useCommand('queue.strength', { when: () => strengthTarget(state) !== null, run: () => stepStrength(state) });
  useCommand('queue.openPage', {
    when: () => (openStoryOf(state)?.story.tags.length ?? 0) > 0,
    run: () => {
      const code = openStoryOf(state)?.story.tags[0]?.code;
      if (code) session.getState().openPage(code);
    },
  });
  useCommand('queue.changeTags', {
    when: () => countSelected(session.getState().queueSelection) > 0,
    run: () => {
      const selection = toSelection(session.getState().queueSelection);
      if (!selection) return;
      session.getState().openDialog({ kind: 'tag-change', selection, offered: offeredBySelection(state) });
    },
  });
  useCommand('story.selectAll', {
    when: () => (state.queue.getView().total ?? 0) > 0,
    run: () => {
      const total = state.queue.getView().total ?? 0;
      session.getState().setQueueSelection(selectQuery(QUEUE_QUERY, total));
      session.getState().announce(`All ${total.toLocaleString('en-GB')} stories of the queue are selected.`);
    },
  });
  useCommand('story.selectNone', {
    when: () => countSelected(session.getState().queueSelection) > 0,
    run: () => {
      session.getState().setQueueSelection(NOTHING_SELECTED);
      session.getState().announce('Selection cleared.');
    },
  });
  const info = () => state.queries.read('library.info', {}).data;
  useCommand('edit.undo', { when: () => Boolean(info()?.undo), run: () => stepThroughQueueHistory(state, 'undo') });
  useCommand('edit.redo', { when: () => Boolean(info()?.redo), run: () => stepThroughQueueHistory(state, 'redo') });
}
