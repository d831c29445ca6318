import { randomUUID } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Desk } from '../../../electron/desk/desk.ts';
import type { DeskMethod, MethodInput, MethodOutput, Written } from '../../../shared/contract.ts';
import type { EditorTeaser, StoryId } from '../../../shared/models.ts';
import type { SeenTeaser } from '../../../shared/pages/seen-teaser.ts';
import { asFile, captureText, tempFolder, testDesk } from '../../helpers/desk.ts';
import { DEVON, pageDesk } from '../../helpers/pages.ts';
import { runs } from '../../helpers/property-runs.ts';

/**
 * Two editors work in two windows, each on what its window last showed. Whatever one of them had accepted remains until
 * somebody who had seen it writes over it, or it is undone. Nothing goes without a sentence.
 */

const NAMES = ['One', 'Two', 'Three', 'Four', 'Five'];

type Field = 'headline' | 'standfirst';
const FIELDS: readonly Field[] = ['headline', 'standfirst'];

/** What one window shows: as old as its last look. */
interface Look {
  stories: Map<StoryId, Record<Field, string | null>>;
  teasers: EditorTeaser[];
}

/** A value that was accepted, and must stand. `at` says of which story, field and layer it is. */
type Accepted = Map<string, { value: string | null; by: number }>;

interface Editor {
  index: number;
  window: string;
  look: Look;
}

/** One library, and what it shows now. */
interface Run {
  desk: Desk;
  ids: readonly StoryId[];
  now: Look;
}

type Kind = 'look' | 'edit' | 'reword' | 'move' | 'pin' | 'takeOff' | 'release' | 'undo' | 'redo' | 'import';

const step = fc.record({
  who: fc.integer({ min: 0, max: 1 }),
  kind: fc.constantFrom<Kind>(
    ...(['look', 'look', 'look', 'edit', 'edit', 'edit', 'reword', 'reword'] as const),
    ...(['move', 'move', 'pin', 'takeOff', 'release', 'undo', 'redo', 'import'] as const),
  ),
  story: fc.nat({ max: NAMES.length - 1 }),
  field: fc.constantFrom(...FIELDS),
  position: fc.integer({ min: 1, max: NAMES.length }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Without the checks of `ask`, which would take most of the time. */
async function read<M extends DeskMethod>({ desk }: Run, method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  const reply = await desk.call(method, input);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as MethodOutput<M>;
}

async function lookAt(run: Run): Promise<Look> {
  const list = await read(run, 'stories.list', { query: {} });
  const stories = new Map(list.stories.map(({ id, headline, standfirst }) => [id, { headline, standfirst }]));
  const { zones } = await read(run, 'pages.get', { system: DEVON });
  return { stories, teasers: zones.flatMap(({ teasers }) => teasers) };
}

function seenIn({ teasers }: Look, id: StoryId): SeenTeaser {
  const index = teasers.findIndex(({ articleId }) => articleId === id);
  const teaser = teasers[index];
  if (!teaser) return { placed: 'off' };
  const { placed, pinNumber, headline, standfirst, from, until } = teaser;
  const above = teasers[index - 1]?.articleId ?? null;
  return { placed, pinNumber, rank: teaser.rank ?? null, above, headline, standfirst, from, until };
}

/** Where a teaser is, as its editor put it there: what another teaser's move may change is left out. */
function placeOf(teasers: readonly EditorTeaser[], id: StoryId): string {
  const teaser = teasers.find(({ articleId }) => articleId === id);
  if (!teaser) return 'off';
  return teaser.placed === 'pinned' ? `pinned ${teaser.pinNumber}` : teaser.placed;
}

/** A value as a look shows it; off the page nobody reads a teaser's words. */
function shownIn(look: Look, key: string): string | null {
  const [layer, id, field] = key.split(' ') as [string, StoryId, Field];
  if (layer === 'place') return placeOf(look.teasers, id);
  if (layer === 'story') return look.stories.get(id)?.[field] ?? null;
  return look.teasers.find(({ articleId }) => articleId === id)?.[field] ?? null;
}

test('of two editors, neither loses an edit without a sentence', async () => {
  let conflicts = 0;
  // Made by somebody else, so that no undo reaches behind the start.
  const made = await pageDesk(NAMES.length, [], { door: 'browser', author: 'C. Before' });
  const ids = NAMES.map(made.id);
  await made.desk.close();
  const folder = tempFolder();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const path = join(folder, `${randomUUID()}.patchdesk`);
      copyFileSync(made.path, path);
      const { desk } = testDesk({ path, door: 'browser' });
      const run: Run = { desk, ids, now: { stories: new Map(), teasers: [] } };
      run.now = await lookAt(run);
      const editors = [0, 1].map((index): Editor => ({ index, window: `window ${index}`, look: run.now }));
      const accepted: Accepted = new Map();
      for (const [number, one] of steps.entries()) {
        const editor = editors[one.who];
        if (editor) conflicts += await act(run, editor, one, `${one.who} wrote ${number}`, accepted);
        for (const [key, { value }] of accepted) expect([key, shownIn(run.now, key)]).toEqual([key, value]);
      }
      await desk.close();
      rmSync(path);
    }),
    { numRuns: runs(2000, 120) },
  );
  expect(conflicts).toBeGreaterThan(0);
}, 600_000);

/** Does one step. Returns how many conflicts were met. */
async function act(run: Run, editor: Editor, step: Step, words: string, accepted: Accepted): Promise<number> {
  const id = run.ids[step.story] as StoryId;
  const before = run.now;
  const call = async (method: string, input: object) => {
    const reply = await run.desk.call(method, input, editor.window);
    run.now = await lookAt(run);
    return reply;
  };
  if (step.kind === 'look') {
    editor.look = run.now;
    return 0;
  }
  if (step.kind === 'undo' || step.kind === 'redo') {
    const reply = await call(`history.${step.kind}`, {});
    // What an undo takes back it names, and asks about if it was another's.
    if (!reply.ok) expect(run.now).toEqual(before);
    else for (const [key, { value }] of accepted) if (shownIn(run.now, key) !== value) accepted.delete(key);
    return 0;
  }
  if (step.kind === 'import') {
    const text = captureText('Devon ICS', [[null, `Late ${words}`, 'It came in with a file.']]);
    await call('import.contents', { files: [asFile('devon.txt', text)], seenOn: '2026-11-21' });
    return 0;
  }
  const { method, input, key } = writeOf(step, editor.look, id, words);
  const reply = await call(method, input);
  if (!reply.ok) {
    expect(run.now).toEqual(before);
    return reply.error.code === 'conflict' ? 1 : 0;
  }
  // Nothing was changed: both wanted the same.
  if ((reply.value as Written).entry === null) return 0;
  const earlier = accepted.get(key);
  const value = shownIn(run.now, key);
  if (earlier && earlier.by !== editor.index && value !== earlier.value) {
    // Another's words gave way: only to an editor who was shown them.
    expect([step.kind, shownIn(editor.look, key)]).toEqual([step.kind, earlier.value]);
  }
  accepted.set(key, { value, by: editor.index });
  forgetDependents(accepted, key, id, step.kind);
  return 0;
}

/** A teaser shows its story's words unless it has its own, and takes them along. Pins that meet swap their numbers. */
function forgetDependents(accepted: Accepted, key: string, id: StoryId, kind: Kind): void {
  const isPlacing = kind !== 'edit' && kind !== 'reword';
  for (const other of accepted.keys()) {
    const [layer, about] = other.split(' ');
    if (other === key || layer === 'story') continue;
    const isOfTeaser = about === id && (layer === 'teaser' ? kind !== 'reword' : kind === 'reword');
    if (isOfTeaser || (layer === 'place' && isPlacing)) accepted.delete(other);
  }
}

function writeOf(step: Step, look: Look, id: StoryId, words: string) {
  const { field, position } = step;
  const on = { system: DEVON, articleId: id };
  const shown = look.stories.get(id)?.[field] ?? null;
  const seen = seenIn(look, id);
  switch (step.kind) {
    case 'edit':
      return {
        method: 'stories.edit',
        input: { id, fields: { [field]: words }, seen: { [field]: shown } },
        key: `story ${id} ${field}`,
      };
    case 'reword':
      return {
        method: 'pages.reword',
        input: { ...on, words: { [field]: words }, seen: { [field]: seen[field] ?? null } },
        key: `teaser ${id} ${field}`,
      };
    case 'move':
      return { method: 'pages.move', input: { ...on, position, seen }, key: `place ${id}` };
    default:
      return { method: `pages.${step.kind}`, input: { ...on, seen }, key: `place ${id}` };
  }
}
