import { basename } from 'node:path';
import type { DeskFault } from '../../shared/errors.ts';

/** An error as `--json` prints it. */
export interface Fault {
  code: string;
  message: string;
  file?: string | undefined;
  line?: number | undefined;
  /** Both versions, where somebody else changed the same field. */
  conflict?: DeskFault['conflict'] | undefined;
}

export const EXIT = { done: 0, bug: 1, refused: 2, library: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A mistake in the command line: an argument is missing, unknown or malformed. */
export class UsageError extends Error {
  readonly code: string;
  constructor(message: string, code = 'bad-arguments') {
    super(message);
    this.name = 'UsageError';
    this.code = code;
  }
}

/** The desk answered with an error. */
export class ReplyError extends Error {
  readonly fault: DeskFault;
  constructor(fault: DeskFault) {
    super(fault.message);
    this.name = 'ReplyError';
    this.fault = fault;
  }
}

export function exitCodeOf(fault: Fault): ExitCode {
  if (fault.code === 'bug') return EXIT.bug;
  return fault.code.startsWith('library-') ? EXIT.library : EXIT.refused;
}

/** The fault of a thrown error, or null when it is a bug. */
export async function toFault(error: unknown): Promise<Fault | null> {
  if (error instanceof UsageError) return { code: error.code, message: error.message };
  if (error instanceof ReplyError) return error.fault;
  // Import errors.ts only now: it loads zod, and `--help` should not wait for that. Whatever throws a DeskError has
  // loaded it already.
  const { DeskError } = await import('../../shared/errors.ts');
  return error instanceof DeskError ? error.fault : null;
}

/** `file, line 3: message`, without the parts that are unknown or in the message already. */
export function faultSentence(fault: Fault): string {
  const where: string[] = [];
  if (fault.file && !fault.message.includes(basename(fault.file))) where.push(fault.file);
  if (fault.line !== undefined && !new RegExp(`\\bline ${fault.line}\\b`, 'i').test(fault.message)) {
    where.push(`line ${fault.line}`);
  }
  const sentence = where.length > 0 ? `${where.join(', ')}: ${fault.message}` : fault.message;
  return [sentence, ...versionLines(fault)].join('\n');
}

/** Both versions of a conflict: `headline, now: "Ward opens"`. */
function versionLines({ conflict }: Fault): string[] {
  return (conflict?.fields ?? []).flatMap(({ field, theirs, yours }) => [
    `${field}, now: ${JSON.stringify(theirs)}`,
    `${field}, yours: ${JSON.stringify(yours)}`,
  ]);
}

/** Turns commander's `error: unknown option '--x'\n(Did you mean --y?)` into sentences. */
export function usageSentence(message: string): string {
  return message
    .replace(/^error: /, '')
    .split('\n')
    .map((line) => line.trim().replace(/^\((.*)\)$/, '$1'))
    .filter((line) => line !== '')
    .map((line) => {
      const sentence = line.charAt(0).toUpperCase() + line.slice(1);
      return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
    })
    .join(' ');
}
