import type { EntryId } from '../../../shared/models.ts';

/** What the desk remembers of one window while the library is open. */
export interface WindowMemory {
  /** The entries that it made. */
  made: Set<EntryId>;
  /** The values that it wrote, by subject and field: it knows those, even before its screen has caught up. */
  written: Map<string, unknown>;
}
