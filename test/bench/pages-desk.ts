import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../../electron/desk/desk.ts';
import type { DeskMethod, MethodInput } from '../../shared/contract.ts';
import type { SystemCode } from '../../shared/models.ts';
import { call, openBenchDesk } from './make-library.ts';
import { type Line, median, ms, percentile, timeOf } from './measure.ts';
import { openRawBoard } from './raw.ts';
import { openRawPages } from './raw-pages.ts';

/** Pages, moves and the board through dispatch, each beside the SQL that it needs. */

export const GOALS = { page: 100, move: 50, board: 200 };
const COLD_BOARDS = 9;

export async function measureDesk(libraryPath: string, folder: string): Promise<Line[]> {
  const ours = join(folder, 'desk.patchdesk');
  const raw = join(folder, 'raw.patchdesk');
  copyFileSync(libraryPath, ours);
  copyFileSync(libraryPath, raw);
  return [...(await pages(ours, raw)), ...(await moves(ours, raw)), ...(await boards(ours, raw))];
}

async function activeCodes(path: string): Promise<SystemCode[]> {
  const desk = openBenchDesk(path);
  const codes = (await call(desk, 'systems.list', {})).map(({ code }) => code);
  await desk.close();
  return codes;
}

async function times<T>(of: readonly T[], work: (one: T) => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (const one of of) taken.push((await timeOf(() => work(one))).ms);
  return taken;
}

/** The 95th percentile against a goal, with the slowest, and the median beside raw SQL's. */
export function line(what: string, taken: readonly number[], raw: readonly number[], goal: number | null): Line {
  const figure = percentile(taken, 0.95);
  const ratio = median(taken) / median(raw);
  const against = `of ${taken.length}, slowest ${ms(Math.max(...taken))}, median ${ms(median(taken))}; raw ${ms(median(raw))}, ${ratio.toFixed(1)}x`;
  return { what, measured: ms(figure), against, figure, goal, unit: 'ms' };
}

async function pages(path: string, rawPath: string): Promise<Line[]> {
  const codes = await activeCodes(path);
  const get = (desk: Desk, system: SystemCode) => call(desk, 'pages.get', { system });
  const cold: number[] = [];
  const rawCold: number[] = [];
  for (const code of codes) {
    const desk = openBenchDesk(path);
    cold.push((await timeOf(() => get(desk, code))).ms);
    await desk.close();
    const raw = openRawPages(rawPath);
    rawCold.push((await timeOf(() => raw.read(code))).ms);
    raw.close();
  }
  const desk = openBenchDesk(path);
  const raw = openRawPages(rawPath);
  await times(codes, (code) => get(desk, code));
  const rawWarm = await times([...codes, ...codes], (code) => raw.read(code)).then((all) => all.slice(codes.length));
  // A page is cached until something changes, so change a setting first: an editor opens most pages after a step.
  const anew: number[] = [];
  for (const [n, code] of codes.entries()) {
    await call(desk, 'settings.set', { panes: { bench: n } });
    anew.push((await timeOf(() => get(desk, code))).ms);
  }
  const kept = await times(codes, (code) => get(desk, code)).then(() => times(codes, (code) => get(desk, code)));
  raw.close();
  await desk.close();
  return [
    line(`open a page of ${codes.length}, library just opened`, cold, rawCold, GOALS.page),
    line('  after a step', anew, rawWarm, GOALS.page),
    line('  with nothing changed', kept, rawWarm, GOALS.page),
  ];
}

/** Each move includes reading the page again, since the window waits for that. */
async function moves(path: string, rawPath: string): Promise<Line[]> {
  const codes = await activeCodes(path);
  const desk = openBenchDesk(path);
  const raw = openRawPages(rawPath);
  const taken = new Map<string, number[]>();
  const rawTaken: number[] = [];
  const act = async <M extends DeskMethod>(what: string, system: SystemCode, method: M, input: MethodInput<M>) => {
    const { ms: time } = await timeOf(async () => {
      await call(desk, method, input);
      await call(desk, 'pages.get', { system });
    });
    taken.set(what, [...(taken.get(what) ?? []), time]);
    const rawTime = await timeOf(() => {
      raw.write(system);
      raw.read(system);
    });
    rawTaken.push(rawTime.ms);
  };
  for (const system of codes) {
    const page = await call(desk, 'pages.get', { system });
    const teasers = page.zones.flatMap((zone) => zone.teasers);
    const articleId = teasers[7]?.articleId;
    const { stories } = await call(desk, 'pages.candidates', { system });
    const candidate = stories.find(({ position, takenOff }) => position === null && !takenOff)?.id;
    if (!articleId || !candidate) throw new Error(`The page of ${system} has too little on it.`);
    await act('move down', system, 'pages.move', { system, articleId, position: 9 });
    await act('move up', system, 'pages.move', { system, articleId, position: 8 });
    await act('move to the top', system, 'pages.move', { system, articleId, position: 1 });
    await act('place a candidate', system, 'pages.place', { system, articleId: candidate });
    await act('take off', system, 'pages.takeOff', { system, articleId });
  }
  raw.close();
  await desk.close();
  return [...taken].map(([what, all]) => line(`${what}, and the page again`, all, rawTaken, GOALS.move));
}

async function boards(path: string, rawPath: string): Promise<Line[]> {
  const codes = await activeCodes(path);
  const cold: number[] = [];
  const rawCold: number[] = [];
  for (let n = 0; n < COLD_BOARDS; n += 1) {
    const desk = openBenchDesk(path);
    cold.push((await timeOf(() => call(desk, 'board.get', { scope: 'ever' }))).ms);
    await desk.close();
    const raw = openRawBoard(rawPath);
    rawCold.push((await timeOf(() => raw(codes))).ms);
    raw.close();
  }
  const desk = openBenchDesk(path);
  const raw = openRawBoard(rawPath);
  const again: number[] = [];
  const checks: number[] = [];
  const info: number[] = [];
  const rawAgain: number[] = [];
  for (let n = 0; n < COLD_BOARDS; n += 1) {
    const system = codes[n % codes.length] as SystemCode;
    const page = await call(desk, 'pages.get', { system });
    const articleId = page.zones.flatMap((zone) => zone.teasers)[9]?.articleId;
    if (articleId) await call(desk, 'pages.move', { system, articleId, position: 6 });
    again.push((await timeOf(() => call(desk, 'board.get', { scope: 'ever' }))).ms);
    checks.push((await timeOf(() => call(desk, 'checks.all', {}))).ms);
    info.push((await timeOf(() => call(desk, 'library.info', {}))).ms);
    rawAgain.push((await timeOf(() => raw(codes))).ms);
  }
  raw.close();
  await desk.close();
  return [
    line('the board, library just opened', cold, rawCold, GOALS.board),
    line('  after a step', again, rawAgain, null),
    line('  all checks, after a step', checks, rawAgain, null),
    line('  the figures of the library, after a step', info, rawAgain, null),
  ];
}
