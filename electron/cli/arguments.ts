import { orList } from '../../shared/words/lists.ts';
import { UsageError } from './fault.ts';

// Arguments are checked here and not left to the desk, so that the message can name the option.

/** A parser for commander: a calendar day that exists. */
export function day(option: string): (text: string) => string {
  return (text) => {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDay(text);
    if (!isDay) throw new UsageError(`${option} needs a calendar date as YYYY-MM-DD; "${text}" is not one.`);
    return text;
  };
}

function isCalendarDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  // Date either rejects 31 February or turns it into March, depending on the number.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A parser for commander: a whole number within bounds. */
export function wholeNumber(option: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) {
      throw new UsageError(`${option} needs a whole number from ${least} to ${most}; "${text}" is not one.`);
    }
    return value;
  };
}

/** The parts of a comma list, trimmed; at least one. */
export function commaList(option: string, text: string): string[] {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) throw new UsageError(`${option} is empty.`);
  return parts;
}

export function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text.toLowerCase());
  if (found === undefined) {
    throw new UsageError(`${option} can be ${orList(allowed)}; "${text}" is none of them.`);
  }
  return found;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** An id as `find` and `history` print it. */
export function id<T extends string>(option: string, text: string): T {
  if (!UUID.test(text)) throw new UsageError(`${option} needs an id as Patchdesk prints it; "${text}" is not one.`);
  return text.toLowerCase() as T;
}
