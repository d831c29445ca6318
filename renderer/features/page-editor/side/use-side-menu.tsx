import { type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react';
import type { StoryId } from '../../../../shared/models.ts';
import { type AppState, useAppState } from '../../../state/app-state.tsx';
import { ContextMenu, type MenuEntry } from '../../../ui/Menu.tsx';
import { openPageOf } from '../open-page.ts';

/** For a side list: commands act on the focused story, and a right click or the menu key opens its menu. */
export function useSideMenu<S extends { id: StoryId }>(
  stories: readonly S[],
  entriesOf: (story: S) => MenuEntry[],
  onAction: (id: string, story: S) => void,
): {
  handlers: {
    onFocus: (event: FocusEvent) => void;
    onBlur: (event: FocusEvent) => void;
    onContextMenu: (event: MouseEvent) => void;
    onKeyDownCapture: (event: KeyboardEvent) => void;
  };
  menu: ReactNode;
} {
  const { session } = useAppState();
  const anchor = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState<{ story: S; x: number; y: number } | null>(null);
  const storyAt = (target: EventTarget) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
    return stories.find(({ id }) => id === row?.dataset['key']);
  };

  function onContextMenu(event: MouseEvent) {
    const story = storyAt(event.target);
    if (!story) return;
    event.preventDefault();
    setOpen({ story, x: event.clientX, y: event.clientY });
  }

  function onKeyDownCapture(event: KeyboardEvent) {
    if (event.key !== 'ContextMenu' && !(event.shiftKey && event.key === 'F10')) return;
    const story = storyAt(event.target);
    if (!story || !(event.target instanceof Element)) return;
    event.preventDefault();
    const box = event.target.getBoundingClientRect();
    setOpen({ story, x: box.left + 24, y: box.top + 24 });
  }

  return {
    handlers: {
      onFocus: (event) => session.getState().setSideStory(storyAt(event.target)?.id ?? null),
      onBlur: () => session.getState().setSideStory(null),
      onContextMenu,
      onKeyDownCapture,
    },
    menu: (
      <>
        <span ref={anchor} style={{ position: 'fixed', left: open?.x ?? 0, top: open?.y ?? 0 }} />
        <ContextMenu
          label="Actions for this story"
          entries={open ? entriesOf(open.story) : []}
          // Wait until the menu has restored the focus: the action may open a dialog, which needs the focus after
          // that.
          onAction={(id) => {
            if (open) setTimeout(() => onAction(id, open.story));
          }}
          anchor={anchor}
          isOpen={open !== null}
          onClose={() => setOpen(null)}
        />
      </>
    ),
  };
}

export const IN_ZONE = 'inZone';

/** A menu entry that places the story in a chosen zone; none where the page has one zone. */
export function inZoneEntry(state: AppState, keys: string | null): MenuEntry[] {
  const zones = openPageOf(state)?.page.zones.length ?? 0;
  return zones > 1 ? [{ kind: 'item', id: IN_ZONE, label: 'To a zone…', keys }] : [];
}
