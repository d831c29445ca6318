import type { Door, HistoryEntry } from '../../../shared/models.ts';
import { counted } from '../../../shared/words/counted.ts';
import { dayHeading } from '../../../shared/words/day-words.ts';

export const DOOR_WORDS: Record<Door, string> = { desktop: 'window', browser: 'browser', cli: 'command line' };

/** A HistoryLine is a day's heading or an entry. The list is flat so that it can be virtualised. */
export type HistoryLine =
  | { kind: 'day'; key: string; heading: string }
  | { kind: 'entry'; key: string; entry: HistoryEntry; time: string };

/**
 * Lists entries, newest first, with a heading for each day. Days and times use this machine's clock, as the editor
 * saw them.
 */
export function historyLines(entries: readonly HistoryEntry[], today: string, offsetMinutes?: number): HistoryLine[] {
  const lines: HistoryLine[] = [];
  let current = '';
  for (const entry of entries) {
    const { day, time } = localDayAndTime(entry.at, offsetMinutes);
    if (day !== current) {
      current = day;
      lines.push({ kind: 'day', key: `day ${day} ${entry.id}`, heading: dayHeading(day, today) });
    }
    lines.push({ kind: 'entry', key: entry.id, entry, time });
  }
  return lines;
}

/**
 * Returns the local day and time of a moment. `offsetMinutes` east of UTC replaces the machine's time zone in tests.
 */
export function localDayAndTime(at: string, offsetMinutes?: number): { day: string; time: string } {
  const moment = new Date(at);
  const offset = offsetMinutes ?? -moment.getTimezoneOffset();
  const shown = new Date(moment.getTime() + offset * 60_000).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

export function formatRowCount(rows: number): string {
  return counted(rows, 'change', 'changes');
}
