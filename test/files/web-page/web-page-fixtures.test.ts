import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { detectFormat } from '../../../electron/files/readers/index.ts';
import type { ReadContext } from '../../../electron/files/readers/read-items.ts';
import { DeskError } from '../../../shared/errors.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/web-pages');
const Expected = z.record(
  z.string(),
  z.union([
    z.object({ refused: z.string(), says: z.string() }),
    z.object({
      kind: z.enum(['page', 'list']),
      title: z.string().optional(),
      /** Fields that are not named may be anything. */
      stories: z.array(z.record(z.string(), z.string().nullable())),
      /** The codes, each once; null where nothing is expected. */
      problems: z.array(z.string()).nullable(),
    }),
  ]),
);
const expected = Expected.parse(JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')));
const SYSTEMS = /^(?:Devon|Dorset|Lincolnshire|Frimley|Norfolk and Waveney)(?: ICS)?$/;

function contextOf(file: string): ReadContext {
  return { file, seenOn: '2026-11-25', namesSystem: (text) => SYSTEMS.test(text), address: null };
}

async function read(file: string) {
  const bytes = readFileSync(join(FOLDER, file));
  // The name says nothing: a page may have been saved under any.
  return detectFormat('page.txt', bytes).read(bytes, contextOf('page.txt'));
}

test('every page of the corpus has its entry', () => {
  const files = readdirSync(FOLDER).filter((file) => file !== 'expected.json');
  expect(files.sort()).toEqual(Object.keys(expected).sort());
});

test.each(Object.entries(expected))('%s', async (file, right) => {
  if ('refused' in right) {
    const error = await read(file).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof DeskError)) throw new Error(`${file} was not refused`, { cause: error });
    expect(error.fault.code).toBe(right.refused);
    expect(error.fault.message).toContain(right.says);
    return;
  }
  const [part, ...others] = await read(file);
  expect(others).toEqual([]);
  expect(part.kind).toBe(right.kind);
  if (part.kind === 'page') expect(part.title).toBe(right.title);
  expect(part.stories.map(({ headline }) => headline)).toEqual(right.stories.map(({ headline }) => headline));
  expect(part.stories).toMatchObject(right.stories);
  if (right.problems !== null)
    expect([...new Set(part.problems.map(({ code }) => code))].sort()).toEqual(right.problems);
});
