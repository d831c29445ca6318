import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Desk, openDesk } from '../../electron/desk/desk.ts';
import type { DeskMethod, MethodInput, MethodOutput } from '../../shared/contract.ts';
import type { StoryId, SystemCode } from '../../shared/models.ts';
import { wallClock } from '../../shared/words/days.ts';
import { makeCaptures } from './make-captures.ts';

/** Libraries for the benches, made through the desk as an editor would make them. */

const RESOURCES = resolve(import.meta.dirname, '../../resources');
/** The window uses the machine's current day, so its library is made for that day. */
const TODAY = wallClock(new Date()).slice(0, 10);

export async function call<M extends DeskMethod>(
  desk: Desk,
  method: M,
  input: MethodInput<M>,
): Promise<MethodOutput<M>> {
  const reply = await desk.call(method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
  return reply.value as MethodOutput<M>;
}

export function openBenchDesk(libraryPath: string): Desk {
  return openDesk({
    libraryPath,
    preferencesPath: `${libraryPath}.preferences.json`,
    resourcesPath: RESOURCES,
    door: 'cli',
    author: 'Bench',
  });
}

/** Stories imported from captures: half of them undated, so that they are first seen today. */
export async function makeLibrary(path: string, stories: number): Promise<void> {
  const captures = mkdtempSync(join(tmpdir(), 'patchdesk-captures-'));
  try {
    makeCaptures(captures, stories);
    const desk = openBenchDesk(path);
    await call(desk, 'import.paths', { paths: [captures], seenOn: TODAY });
    await desk.close();
  } finally {
    rmSync(captures, { recursive: true });
  }
}

/**
 * Gives every active page an editor's work: pins, free placements, re-wordings and a teaser taken off. Stories of ended
 * systems are first filed to the successors, so that no page is empty. Returns the number of steps.
 */
export async function arrangePages(path: string): Promise<number> {
  const desk = openBenchDesk(path);
  const systems = await call(desk, 'systems.list', { asOf: TODAY, scope: 'ever' });
  for (const { code, activeTo, successors } of systems) {
    const [heir] = successors;
    if (activeTo === null || activeTo >= TODAY || !heir) continue;
    const query = { system: code };
    await call(desk, 'tags.add', { selection: { kind: 'query', query, except: [] }, systems: [heir] });
  }
  for (const { code } of await call(desk, 'systems.list', { asOf: TODAY })) await arrangePage(desk, code);
  const { total } = await call(desk, 'history.list', { limit: 1 });
  await desk.close();
  return total;
}

async function arrangePage(desk: Desk, system: SystemCode): Promise<void> {
  const teasers = async () => (await call(desk, 'pages.get', { system })).zones.flatMap((zone) => zone.teasers);
  const ids = (await teasers()).map(({ articleId }) => articleId);
  const at = (number: number): StoryId => {
    const id = ids[number - 1];
    if (!id) throw new Error(`The page of ${system} has no teaser ${number}.`);
    return id;
  };
  for (const number of [2, 7, 12]) await call(desk, 'pages.pin', { system, articleId: at(number) });
  for (const [from, to] of [
    [5, 3],
    [9, 4],
    [15, 6],
    [18, 10],
  ] as const) {
    await call(desk, 'pages.move', { system, articleId: at(from), position: to });
  }
  for (const number of [1, 10, 16]) {
    const words = { headline: `In the editor’s own words: ${number}`, alt: 'A ward at night' };
    await call(desk, 'pages.reword', { system, articleId: at(number), words });
  }
  await call(desk, 'pages.takeOff', { system, articleId: at(20) });
}
