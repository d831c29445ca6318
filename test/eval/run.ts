import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeReader } from '../../electron/suggest/reader.ts';
import { Day } from '../../shared/models.ts';
import { readGazetteer, readRegister, readSeries } from '../suggest/resources.ts';
import { parseLabelled, UnreadableLine } from './labelled.ts';
import { DECIDING, type Scored, scoreStories, type Tally, tally } from './score.ts';

/**
 * How well systems are found in a labelled file: `npm run -s eval -- FILE.jsonl [--as-of DATE] [--verbose]`.
 * Read with an empty library: what only filed stories could teach counts as missed.
 */
const USAGE = 'Say which file: npm run -s eval -- FILE.jsonl [--as-of 2024-06-01] [--verbose]\n';

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'as-of': { type: 'string', default: '2024-06-01' }, verbose: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  const day = Day.safeParse(values['as-of']);
  if (!file || positionals.length > 1 || !day.success) {
    process.stderr.write(USAGE);
    return 2;
  }
  const register = readRegister();
  const reader = makeReader({ gazetteer: readGazetteer(), register, day: day.data, names: readSeries() });
  const path = resolve(process.env['INIT_CWD'] ?? '.', file);
  const scored = scoreStories(parseLabelled(readFileSync(path, 'utf8')), reader, register, day.data);
  print(scored, values.verbose);
  return 0;
}

function print(scored: readonly Scored[], verbose: boolean): void {
  const signals = [...new Set(scored.map(({ story }) => story.signal))].sort();
  const decides = (signal: string) => (DECIDING as readonly string[]).includes(signal);
  const of = (test: (signal: string) => boolean) => tally(scored.filter(({ story }) => test(story.signal)));
  const rows = [
    ...signals.map((signal) =>
      row(
        signal,
        of((other) => other === signal),
      ),
    ),
    row('text decides', of(decides)),
    row(
      'cannot decide',
      of((signal) => !decides(signal)),
    ),
  ];
  const heads = ['', 'stories', 'recall', 'sure', 'precision', 'all levels', 'columns', 'silent'];
  const table = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  for (const line of table) {
    process.stdout.write(
      `${line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}\n`,
    );
  }
  process.stdout.write(
    '\nrecall: labels offered at any level; sure: at named or likely; precision: of the sure offers, those labelled;\nall levels: the same of every offer, stories apart that only a regional column decides (columns).\n',
  );
  if (verbose) for (const each of scored) explain(each, decides(each.story.signal));
}

function row(name: string, t: Tally): string[] {
  const share = (part: number, whole: number) => (whole === 0 ? '-' : `${(part / whole).toFixed(2)} ${part}/${whole}`);
  return [
    name,
    String(t.stories),
    share(t.foundAny, t.labels),
    share(t.foundSure, t.labels),
    share(t.rightSure, t.offeredSure),
    share(t.rightAny, t.offeredAny),
    String(t.columns),
    share(t.silent, t.stories),
  ];
}

function explain({ story, labels, offers, column }: Scored, decides: boolean): void {
  const missed = decides ? labels.filter((code) => !offers.some((offer) => offer.code === code)) : [];
  const wrong = column ? [] : offers.filter(({ code }) => !labels.includes(code));
  if (missed.length === 0 && wrong.length === 0) return;
  process.stdout.write(
    `\n${story.id} [${story.signal}] ${story.headline} | ${story.standfirst ?? ''} | ${story.alt ?? ''}\n`,
  );
  if (missed.length > 0) process.stdout.write(`  missed: ${missed.join(', ')}\n`);
  for (const { code, level, why } of wrong) process.stdout.write(`  offered: ${code} ${level}: ${why}\n`);
}

try {
  process.exitCode = main();
} catch (error) {
  // Anything else is ours and ends with its stack.
  if (error instanceof UnreadableLine) process.stderr.write(`Line ${error.line} cannot be read: ${error.message}.\n`);
  else if (error instanceof Error && 'code' in error) process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exitCode = 2;
}
