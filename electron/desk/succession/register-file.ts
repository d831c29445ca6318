import { z } from 'zod';
import { DeskError } from '../../../shared/errors.ts';
import { RegisterFile, RegisterSystem } from '../../../shared/systems/register.ts';

/** Far more than there ever were. The limit keeps the comparison of each pair affordable. */
const MOST_SYSTEMS = 1000;

/** A parsed register file plus the fields needed only to compare it with the current one. */
export const FullRegisterFile = RegisterFile.extend({
  systems: z
    .array(RegisterSystem.extend({ onsCode: z.string().optional() }))
    .max(MOST_SYSTEMS, `It has more than ${MOST_SYSTEMS} systems.`),
});
export type FullRegisterFile = z.infer<typeof FullRegisterFile>;

export interface ReadRegister {
  file: FullRegisterFile;
  /** The whole parsed file, as the library stores it. */
  content: unknown;
}

/** Reads the text of a register file. Throws register-unreadable with file, line and reason. */
export function readRegisterFile(name: string, text: string): ReadRegister {
  const content = parseJson(name, text);
  const result = FullRegisterFile.safeParse(content);
  if (result.success) return { file: result.data, content };
  const issue = result.error.issues[0];
  throw new DeskError(
    'register-unreadable',
    `${name} is not a register. ${issue ? formatIssue(content, issue) : 'It does not have the fields of a register.'}`,
    { file: name },
  );
}

function parseJson(name: string, text: string): unknown {
  // A byte order mark is not JSON, but some editors write one.
  const json = text.replace(/^\uFEFF/, '');
  if (json.trim() === '') throw new DeskError('register-unreadable', `${name} is empty.`, { file: name });
  try {
    return JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const line = lineOf(json, reason);
    throw new DeskError('register-unreadable', `${name} is not valid JSON: line ${line} cannot be read.`, {
      file: name,
      line,
    });
  }
}

/** Most of V8's messages contain the position; one without it means that the text ended too early. */
function lineOf(json: string, reason: string): number {
  const at = /at position (\d+)/.exec(reason)?.[1];
  const before = at === undefined ? json.trimEnd() : json.slice(0, Number(at));
  return before.split('\n').length;
}

/** `Its system no. 3 (Frimley): activeTo: Invalid ISO date` */
function formatIssue(content: unknown, issue: z.core.$ZodIssue): string {
  const [list, index, ...field] = issue.path;
  const what = issue.message.replace(/\.$/, '');
  if (list !== 'systems' || typeof index !== 'number') {
    return issue.path.length === 0 ? `${what}.` : `At “${issue.path.join('.')}”: ${what}.`;
  }
  const where = field.length === 0 ? '' : ` at “${field.join('.')}”`;
  return `System no. ${index + 1}${nameOf(content, index)}${where}: ${what}.`;
}

const Named = z.object({ systems: z.array(z.looseObject({ shortName: z.string().optional() }).catch({})) });

function nameOf(content: unknown, index: number): string {
  const name = Named.safeParse(content).data?.systems[index]?.shortName;
  return name ? ` (${name})` : '';
}
