import { z } from 'zod';
import { EntryId, HistoryChange, HistoryEntry, HistoryFilter, HistorySubject, LaterEntry } from '../models.ts';
import { method, Written } from './method.ts';

/** Consent to a step made elsewhere. With `agreedTo`, only to that step: if another is the newest by now, it asks again. */
const Consent = z.object({ otherDoorToo: z.boolean().default(false), agreedTo: EntryId.optional() });

/** The history, undo and redo. */
export const historyMethods = {
  'history.list': method(
    'read',
    HistoryFilter.extend({
      limit: z.number().int().min(1).max(10_000).default(100),
      offset: z.number().int().min(0).default(0),
    }),
    z.object({ total: z.number().int(), entries: z.array(HistoryEntry) }),
  ),
  /** Everybody who has made a step, by name. */
  'history.people': method('read', z.object({}), z.object({ people: z.array(z.string()) })),
  /** What one step changed; offset, limit and total count changed rows. */
  'history.get': method(
    'read',
    z.object({
      id: EntryId,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({
      entry: HistoryEntry,
      total: z.number().int(),
      groups: z.array(z.object({ subject: HistorySubject, changes: z.array(HistoryChange) })),
    }),
  ),
  /** Undoes the newest applied step. One made through another door, window or laptop needs `otherDoorToo`. */
  'history.undo': method('write', Consent, Written),
  /** Redoes the step undone last. One undone elsewhere needs `otherDoorToo`. */
  'history.redo': method('write', Consent, Written),
  /** What taking back one past step would change: how many rows go back, how many stay, and because of which steps. */
  'history.revertible': method(
    'read',
    z.object({ id: EntryId }),
    z.object({
      label: z.string(),
      rows: z.number().int(),
      blocked: z.number().int(),
      later: z.array(LaterEntry),
    }),
  ),
  /** Takes back one past step, as a new step. With `partly`, the rows that later steps built on stay. */
  'history.revert': method('write', z.object({ id: EntryId, partly: z.boolean().default(false) }), Written),
} as const;
