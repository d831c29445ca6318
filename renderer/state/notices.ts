import type { StateCreator } from 'zustand/vanilla';

export interface Notice {
  id: number;
  tone: 'note' | 'bad';
  text: string;
  action: { label: string; run: () => void } | null;
}

export interface NoticeSlice {
  notices: readonly Notice[];
  /** What a screen reader hears. `serial` lets the same text be announced twice. */
  announcement: { text: string; serial: number };
  announce: (text: string) => void;
  notify: (text: string, more?: { tone?: 'note' | 'bad'; action?: { label: string; run: () => void } }) => void;
  dismiss: (id: number) => void;
}

/** More notices would cover the work. */
const MOST_NOTICES = 4;

export const createNoticeSlice: StateCreator<NoticeSlice> = (set) => {
  let lastId = 0;
  return {
    notices: [],
    announcement: { text: '', serial: 0 },
    announce: (text) => set((now) => ({ announcement: { text, serial: now.announcement.serial + 1 } })),
    notify: (text, more = {}) =>
      set((now) => ({
        notices: [
          ...now.notices.filter((notice) => notice.text !== text).slice(1 - MOST_NOTICES),
          { id: ++lastId, tone: more.tone ?? 'note', text, action: more.action ?? null },
        ],
        announcement: { text, serial: now.announcement.serial + 1 },
      })),
    dismiss: (id) => set((now) => ({ notices: now.notices.filter((notice) => notice.id !== id) })),
  };
};
