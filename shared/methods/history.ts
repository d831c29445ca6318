import { z } from 'zod';
import { EntryId, HistoryEntry } from '../models.ts';
import { method, Written } from './method.ts';

/** Consent to a step made elsewhere. With `agreedTo`, only to that step: if another is the newest by now, it asks again. */
const Consent = z.object({ otherDoorToo: z.boolean().default(false), agreedTo: EntryId.optional() });

/** The history, undo and redo. */
export const historyMethods = {
  'history.list': method(
    'read',
    z.object({ limit: z.number().int().min(1).max(10_000).default(100), offset: z.number().int().min(0).default(0) }),
    z.object({ total: z.number().int(), entries: z.array(HistoryEntry) }),
  ),
  /** Undoes the newest applied step. One made through another door, window or laptop needs `otherDoorToo`. */
  'history.undo': method('write', Consent, Written),
  /** Redoes the step undone last. One undone elsewhere needs `otherDoorToo`. */
  'history.redo': method('write', Consent, Written),
} as const;
