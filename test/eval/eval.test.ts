import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../helpers/desk.ts';
import { parseLabelled, UnreadableLine } from './labelled.ts';
import { type Scored, tally } from './score.ts';

const story = (systems: string[], signal: string) => ({
  id: 'a',
  headline: 'A',
  standfirst: null,
  alt: null,
  body: null,
  systems,
  signal,
});

function scored(labels: string[], offers: [string, 'named' | 'likely' | 'possible'][], column = false): Scored {
  return {
    story: story(labels, 'place'),
    labels,
    offers: offers.map(([code, level]) => ({ code, level, column, why: '' })),
    national: false,
    column,
  };
}

describe('the count', () => {
  test('keeps sure offers, all offers and columns apart', () => {
    const sum = tally([
      scored(['A'], [['A', 'named']]),
      scored(
        ['A', 'B'],
        [
          ['B', 'possible'],
          ['C', 'possible'],
        ],
      ),
      scored(['A'], [['B', 'likely']]),
      scored(
        ['A'],
        [
          ['A', 'possible'],
          ['B', 'possible'],
        ],
        true,
      ),
      scored(['A'], []),
    ]);
    expect(sum).toEqual({
      stories: 5,
      labels: 6,
      foundAny: 3,
      foundSure: 1,
      offeredSure: 2,
      rightSure: 1,
      offeredAny: 4,
      rightAny: 2,
      columns: 1,
      silent: 1,
    });
  });
});

describe('a labelled file', () => {
  test('is read line by line, empty lines apart', () => {
    expect(parseLabelled('{"headline":"A","systems":[],"signal":"none","more":1}\n\n')).toEqual([
      { ...story([], 'none'), id: '' },
    ]);
  });

  test.each([
    ['{"headline":"A","systems":[],"signal":"none"}\n{', 2],
    ['{"headline":"A"}', 1],
  ])('is refused with the number of the line: %s', (text, line) => {
    const error = (() => {
      try {
        parseLabelled(text);
      } catch (caught) {
        return caught;
      }
      return null;
    })();
    expect(error).toBeInstanceOf(UnreadableLine);
    expect((error as UnreadableLine).line).toBe(line);
  });
});

describe('npm run eval', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'run.ts'), ...args], { encoding: 'utf8' });

  test('prints a table by signal, and what went wrong', () => {
    const file = join(tempFolder(), 'labelled.jsonl');
    const lines = [
      { ...story(['Frimley'], 'place'), headline: 'Maidenhead loses a ward' },
      { ...story(['Devon'], 'place'), headline: 'Nobody says where' },
      { ...story(['Devon'], 'none'), headline: 'Nobody says where' },
    ];
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    const { stdout, status } = run(file, '--verbose');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^place +2 +0\.50 1\/2 +0\.50 1\/2 +1\.00 1\/1 +1\.00 1\/1 +0 +0\.50 1\/2$/m);
    expect(stdout).toMatch(/^cannot decide +1 /m);
    expect(stdout).toContain('missed: QJK');
  });

  test('refuses a broken file and a missing one with exit 2', () => {
    const file = join(tempFolder(), 'labelled.jsonl');
    writeFileSync(file, '{"headline":"A","systems":[],"signal":"none"}\nno');
    expect(run(file)).toMatchObject({ status: 2, stderr: 'Line 2 cannot be read: it is no JSON.\n' });
    expect(run(`${file}.none`).status).toBe(2);
    expect(run()).toMatchObject({ status: 2 });
  });
});
