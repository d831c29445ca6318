import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Desk, openDesk, startDesk } from '../../electron/desk/desk.ts';
import type { DeskMethod, MethodInput, MethodOutput } from '../../shared/contract.ts';
import { makeCaptures } from './make-captures.ts';
import { compare, fastest, type Line, ms, ratioLine, report, type Times, timeOf } from './measure.ts';
import { exportRaw, insertRaw, openRawBoard, openRawSearch, plainSchema, rowsOf } from './raw.ts';

/**
 * `npm run bench [-- STORIES]`: import, search, the board and export compared with raw code, all in one run, because
 * only times of one run on one machine are comparable.
 */

const ROOT = resolve(import.meta.dirname, '../..');
const RESOURCES = join(ROOT, 'resources');
const GOALS = { importing: 2, searching: 2, exporting: 3 };
const IMPORT_ROUNDS = 3;
const SEARCH_ROUNDS = 40;
const EXPORT_ROUNDS = 9;
const BOARD_ROUNDS = 9;
/** A board that takes this long still appears at once. */
const BOARD_MS = 200;
/** A day on which the register has 36 systems, after every date line. */
const TODAY = '2026-05-01';

const stories = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'patchdesk-bench-'));
const lines: Line[] = [];
const say = (text: string) => process.stdout.write(`${text}\n`);

async function call<M extends DeskMethod>(desk: Desk, method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  const reply = await desk.call(method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
  return reply.value as MethodOutput<M>;
}

const open = (libraryPath: string) =>
  openDesk({
    libraryPath,
    preferencesPath: `${libraryPath}.preferences.json`,
    resourcesPath: RESOURCES,
    door: 'cli',
    author: 'Bench',
  });

async function importing(): Promise<string> {
  const captures = join(folder, 'captures');
  say(`Writing ${stories} stories ...`);
  makeCaptures(captures, stories);
  const ours: Times[] = [];
  const raw: Times[] = [];
  const rawWithIndexes: Times[] = [];
  let libraryPath = '';
  for (let round = 0; round < IMPORT_ROUNDS; round += 1) {
    libraryPath = join(folder, `import-${round}.patchdesk`);
    const desk = await open(libraryPath);
    ours.push(
      await timeOf(async () => {
        const { files } = await call(desk, 'import.paths', { paths: [captures], seenOn: TODAY });
        const taken = files.reduce((sum, { articles }) => sum + articles.new, 0);
        if (taken !== stories) throw new Error(`${taken} stories came in, not ${stories}.`);
      }),
    );
    await desk.close();
    const rows = rowsOf(libraryPath);
    const rawPath = (kind: string) => join(folder, `${kind}-${round}.db`);
    raw.push(await timeOf(() => insertRaw(rawPath('raw'), rows, plainSchema())));
    rawWithIndexes.push(await timeOf(() => insertRaw(rawPath('indexes'), rows, rows.schema)));
    say(`Import ${round + 1} of ${IMPORT_ROUNDS}: ${ms(ours.at(-1)?.ms ?? 0)}, raw ${ms(raw.at(-1)?.ms ?? 0)}`);
  }
  lines.push(ratioLine(`import ${stories} stories`, { ours: fastest(ours), raw: fastest(raw) }, GOALS.importing));
  lines.push(
    ratioLine('  raw with our keys, checks and indexes', { ours: fastest(ours), raw: fastest(rawWithIndexes) }, null),
  );
  return libraryPath;
}

/** Words of every frequency; the second is the same query for the index. */
const QUERIES: [name: string, text: string, match: string][] = [
  ['the commonest word', 'the ', '"the"'],
  ['a common word', 'care ', '"care"'],
  ['a middling word', 'frailty ', '"frailty"'],
  ['two words', 'care frailty ', '"care" "frailty"'],
  ['a rare beginning', 'merged', '"merged"*'],
  ['a beginning', 'sur', '"sur"*'],
  ['a common beginning', 'pat', '"pat"*'],
  ['one letter', 's', '"s"*'],
  ['a word and a beginning', 'trust wai', '"trust" "wai"*'],
  ['nothing found', 'zeppelin ', '"zeppelin"'],
];

async function searching(libraryPath: string): Promise<void> {
  const options = {
    libraryPath,
    preferencesPath: `${libraryPath}.preferences.json`,
    resourcesPath: RESOURCES,
    door: 'cli' as const,
  };
  const desk = await openDesk(options);
  const worker = await startDesk(options, new URL('../../electron/desk/worker.ts', import.meta.url));
  const raw = openRawSearch(libraryPath);
  const sums = { ours: { ms: 0, cpuMs: 0 }, raw: { ms: 0, cpuMs: 0 } };
  for (const [name, text, match] of QUERIES) {
    const ask = (through: Desk) => call(through, 'stories.list', { query: { text }, limit: 50 });
    const [{ total, stories: found }, expected] = [await ask(desk), raw(match)];
    if (total !== expected.total || found.length !== expected.rows.length) {
      throw new Error(`"${text}" finds ${total} and not ${expected.total}.`);
    }
    const inProcess = await compare(
      SEARCH_ROUNDS,
      () => ask(desk),
      () => raw(match),
    );
    const throughWorker = await compare(
      SEARCH_ROUNDS,
      () => ask(worker),
      () => raw(match),
    );
    for (const side of ['ours', 'raw'] as const) {
      sums[side].ms += inProcess[side].ms;
      sums[side].cpuMs += inProcess[side].cpuMs;
    }
    lines.push(ratioLine(`search: ${name} (${total} found)`, inProcess, GOALS.searching));
    lines.push(ratioLine('  from another thread', throughWorker, null));
  }
  lines.push(ratioLine('search: all of these', sums, GOALS.searching));
  const all = await compare(
    SEARCH_ROUNDS,
    () => call(desk, 'stories.list', { query: {}, limit: 50 }),
    () => undefined,
  );
  lines.push({
    what: 'no search: newest 50',
    measured: ms(all.ours.ms),
    against: '',
    figure: null,
    goal: null,
    unit: 'ms',
  });
  raw.close();
  await worker.close();
  await desk.close();
}

async function exporting(libraryPath: string): Promise<void> {
  const desk = await open(libraryPath);
  const systems = await call(desk, 'systems.list', { asOf: TODAY });
  const systemsPath = join(folder, 'systems.json');
  writeFileSync(systemsPath, JSON.stringify(systems.map(({ code, slug }) => ({ code, slug }))));
  const out = (kind: string, round: number) => join(folder, `out-${kind}-${round}`);
  const inProcess = await compare(
    EXPORT_ROUNDS,
    (round) => call(desk, 'export.folder', { out: out('desk', round), asOf: TODAY }),
    (round) => exportRaw(libraryPath, out('raw', round), systems),
  );
  lines.push(ratioLine(`export ${systems.length} pages, 3 formats`, inProcess, GOALS.exporting));
  const again = await compare(
    EXPORT_ROUNDS,
    () => call(desk, 'export.folder', { out: out('desk', 1), asOf: TODAY }),
    () => exportRaw(libraryPath, out('raw', 1), systems),
  );
  lines.push(ratioLine('  over the last export', again, null));
  await desk.close();

  const node = (args: string[], env: NodeJS.ProcessEnv = {}) =>
    execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'pipe', env: { ...process.env, ...env } });
  const asked = ['--library', libraryPath, 'export', '--as-of', TODAY, '--out'];
  const rawProcess = (round: number) =>
    node([join(import.meta.dirname, 'raw-export.ts'), libraryPath, out('raw-process', round), systemsPath], {
      // Without the compile cache, most of the time would be TypeScript's, which a raw script would not have.
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    });
  const bundle = join(ROOT, 'out', 'main', 'cli.js');
  const entries: [name: string, path: string][] = [['source', join(ROOT, 'electron', 'cli', 'main.ts')]];
  if (existsSync(bundle)) entries.push(['built', bundle]);
  for (const [name, path] of entries) {
    const whole = await compare(
      EXPORT_ROUNDS,
      (round) => node([path, ...asked, out(`process-${name}`, round)]),
      rawProcess,
    );
    // The times of this process do not include another's computing.
    const against = `raw ${ms(whole.raw.ms)}`;
    lines.push({ ...ratioLine(`export as a process (${name})`, whole, GOALS.exporting), against });
  }
}

/** Every page with its counts by day, compared with finding as many stories in plain SQLite. */
async function boards(libraryPath: string): Promise<void> {
  // As when a window starts: nothing of the library is in memory yet.
  const fresh = await open(libraryPath);
  const systems = await call(fresh, 'systems.list', { asOf: TODAY });
  const first = await timeOf(() => call(fresh, 'board.get', { asOf: TODAY }));
  await fresh.close();
  const line = { figure: first.ms, goal: BOARD_MS, unit: 'ms' as const };
  const what = `board of ${systems.length} pages, first look`;
  lines.push({ what, measured: ms(first.ms), against: `computing ${ms(first.cpuMs)}`, ...line });

  const desk = await open(libraryPath);
  const raw = openRawBoard(libraryPath);
  const codes = systems.map(({ code }) => code);
  for (const method of ['board.get', 'pages.list'] as const) {
    const again = await compare(
      BOARD_ROUNDS,
      () => call(desk, method, { asOf: TODAY }),
      () => raw(codes),
    );
    lines.push(ratioLine(`  ${method} again`, again, null));
  }
  const from = '2026-04-02';
  const counted = await timeOf(() => call(desk, 'coverage.get', { from, to: TODAY }));
  const against = 'half of all stories came out in its days';
  lines.push({ ...line, what: '  coverage of 30 days', measured: ms(counted.ms), against, figure: null, goal: null });
  raw.close();
  await desk.close();
}

mkdirSync(folder, { recursive: true });
try {
  const libraryPath = await importing();
  await searching(libraryPath);
  await boards(libraryPath);
  await exporting(libraryPath);
  const isMet = report(`Patchdesk's library, ${stories} stories, Node ${process.versions.node}`, lines);
  process.exitCode = isMet ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
