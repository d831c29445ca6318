import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../../electron/suggest/catalogue.ts';
import type { Gazetteer } from '../../electron/suggest/gazetteer.ts';
import { makeReader, type StoryText } from '../../electron/suggest/reader.ts';
import { readGazetteer, readRegister, readSeries } from '../suggest/resources.ts';
import { makeStories } from './make-stories.ts';
import { fastest, type Times, timeOf } from './measure.ts';

/**
 * The matcher alone, with every rule and the whole gazetteer, beside one big alternation RegExp over the same names and
 * `rg -F` where installed. They run in turns, so that a busy moment affects all alike.
 */
const STORIES = 100_000;
const ROUNDS = 7;
const DAY = '2024-06-01';

const register = readRegister();
const gazetteer = readGazetteer();
const names = readSeries();
const texts = [...new Set(catalogue(gazetteer, register, DAY, names).map(({ text }) => text))];
// Flat strings, as from a file or a library: V8 would otherwise keep each text as a rope of parts.
const stories: StoryText[] = JSON.parse(JSON.stringify(makeStories(STORIES, texts)));
const joined = stories.map(({ headline, standfirst, alt }) => `${headline}\n${standfirst}\n${alt ?? ''}`);
const characters = joined.reduce((sum, text) => sum + text.length, 0);

const made = performance.now();
const reader = makeReader({ gazetteer, register, day: DAY, names });
const making = performance.now() - made;
const doubled = makeReader({ gazetteer: twice(gazetteer), register, day: DAY, names });

const byLength = texts.toSorted((a, b) => b.length - a.length);
const anyName = new RegExp(
  `\\b(?:${byLength.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})\\b`,
  'g',
);

/** Adds as many invented names, so that the number of hits stays the same and everything else doubles. */
function twice(one: Gazetteer): Gazetteer {
  const invented = one.places[0];
  if (!invented) throw new Error('The gazetteer has no places.');
  const places = texts.map((text, i) => ({
    ...invented,
    id: `invented-${i}`,
    name: invent(text),
    names: [{ text: invent(text), matchCase: false, weak: null }],
  }));
  return { ...one, places: [...one.places, ...places] };
}

/** The same shape with other letters: none of its words occurs in a story. */
function invent(text: string): string {
  return text.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 11) % 26) + 97));
}

function read(with_: { read(text: StoryText): { suggestions: readonly unknown[] } }): number {
  let hits = 0;
  for (const story of stories) hits += with_.read(story).suggestions.length > 0 ? 1 : 0;
  return hits;
}

function search(): number {
  let hits = 0;
  for (const { headline, standfirst, alt } of stories) {
    let found = 0;
    for (const text of [headline, standfirst, alt]) {
      if (text === null) continue;
      anyName.lastIndex = 0;
      while (anyName.exec(text) !== null) found += 1;
    }
    hits += found > 0 ? 1 : 0;
  }
  return hits;
}

const runs: Record<string, { times: Times[]; hits: number; work: () => number }> = {
  patchdesk: { times: [], hits: 0, work: () => read(reader) },
  'twice the names': { times: [], hits: 0, work: () => read(doubled) },
  RegExp: { times: [], hits: 0, work: search },
};
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const run of Object.values(runs)) {
    const time = await timeOf(() => {
      run.hits = run.work();
    });
    // The first round warms up.
    if (round > 0) run.times.push(time);
  }
}

// The fastest round of each: the one least disturbed by other programs.
const perSecond = (name: string) => STORIES / (fastest(runs[name]?.times ?? []).ms / 1000);
const ripgrep = timeRipgrep();
const lines = [
  `${STORIES} stories, ${Math.round(characters / STORIES)} characters each; ${texts.length} names; a reader is made in ${making.toFixed(0)} ms`,
  ...Object.entries(runs).map(
    ([name, { times, hits }]) =>
      `${name.padEnd(16)} ${Math.round(perSecond(name)).toLocaleString('en-GB').padStart(9)} stories/s   ${fastest(times).ms.toFixed(0)} ms (computing ${fastest(times).cpuMs.toFixed(0)})   ${hits} with a find`,
  ),
  ripgrep === null
    ? 'rg               not installed'
    : `rg -F -f         ${ripgrep.toFixed(0)} ms for the same text as a file`,
  `against the RegExp ${(perSecond('patchdesk') / perSecond('RegExp')).toFixed(2)}x (goal 0.50x); twice the names ${(perSecond('twice the names') / perSecond('patchdesk')).toFixed(2)}x of one (goal 0.95x)`,
];
process.stdout.write(`${lines.join('\n')}\n`);
const met =
  perSecond('patchdesk') >= 0.5 * perSecond('RegExp') && perSecond('twice the names') >= 0.95 * perSecond('patchdesk');
if (!met) {
  process.stdout.write('A goal is not met.\n');
  process.exitCode = 1;
}

function timeRipgrep(): number | null {
  if (spawnSync('rg', ['--version']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'patchdesk-bench-'));
  try {
    writeFileSync(join(folder, 'names.txt'), texts.join('\n'));
    writeFileSync(join(folder, 'stories.txt'), joined.map((text) => text.replaceAll('\n', ' ')).join('\n'));
    const times = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      spawnSync('rg', ['-F', '-w', '-c', '-f', join(folder, 'names.txt'), join(folder, 'stories.txt')]);
      return performance.now() - start;
    });
    return Math.min(...times);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
