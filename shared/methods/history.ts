import { z } from 'zod';
import { HistoryEntry } from '../models.ts';
import { method, Written } from './method.ts';

/** The history, undo and redo. */
export const historyMethods = {
  'history.list': method(
    'read',
    z.object({ limit: z.number().int().min(1).max(10_000).default(100), offset: z.number().int().min(0).default(0) }),
    z.object({ total: z.number().int(), entries: z.array(HistoryEntry) }),
  ),
  /** Undoes the newest applied step. A step by another door needs `otherDoorToo`. */
  'history.undo': method('write', z.object({ otherDoorToo: z.boolean().default(false) }), Written),
  /** Redoes the step undone last. One undone by another door needs `otherDoorToo`. */
  'history.redo': method('write', z.object({ otherDoorToo: z.boolean().default(false) }), Written),
} as const;
