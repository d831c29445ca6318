import { initial } from './0010-initial.ts';
import { queue } from './0020-queue.ts';
import { signOff } from './0030-sign-off.ts';
import { shelf } from './0040-shelf.ts';
import { zones } from './0050-zones.ts';
import { jointLead } from './0060-joint-lead.ts';
import { images } from './0070-images.ts';
import { filedAndExports } from './0080-filed-and-exports.ts';
import { capturedOrder } from './0090-captured-order.ts';
import { entrySubjects } from './0120-entry-subjects.ts';

export interface Migration {
  /** Stored as SQLite's `user_version` once it has run. Numbered in tens. */
  version: number;
  sql: string;
}

/** In order. A shipped migration never changes; a change to the tables is a new file at the end. */
export const MIGRATIONS: readonly Migration[] = [
  initial,
  queue,
  signOff,
  shelf,
  zones,
  jointLead,
  images,
  filedAndExports,
  capturedOrder,
  entrySubjects,
];
