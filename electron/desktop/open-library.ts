import { DeskError } from '../../shared/errors.ts';
import type { Desk } from '../desk/desk.ts';

export type Opened = { desk: Desk } | { error: unknown };

/** Keeps the failure to start a desk as a value, so that it can be awaited later. */
export function attempt(opening: Promise<Desk>): Promise<Opened> {
  return opening.then(
    (desk) => ({ desk }),
    (error: unknown) => ({ error }),
  );
}

/**
 * The desk, or null when the editor gives up. If a library cannot be opened, the editor reads why and may choose
 * another.
 */
export async function openLibraryOrAsk(
  first: Promise<Opened>,
  start: (libraryPath: string) => Promise<Desk>,
  chooseAnother: (sentence: string) => Promise<string | null>,
): Promise<Desk | null> {
  let opened = await first;
  while ('error' in opened) {
    const path = await chooseAnother(sentenceOf(opened.error));
    if (path === null) return null;
    opened = await attempt(start(path));
  }
  return opened.desk;
}

function sentenceOf(error: unknown): string {
  if (error instanceof DeskError) return error.fault.message;
  console.error('The desk did not start:', error);
  return 'Something went wrong while opening the library. Nothing in it was changed.';
}
