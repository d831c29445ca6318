import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDesk } from '../../../electron/desk/desk.ts';
import { contract, type MethodOutput } from '../../../shared/contract.ts';
import type { StoryId, SystemCode } from '../../../shared/models.ts';
import { DEFAULT_RULE } from '../../../shared/pages/fill-rules.ts';
import { daysLed, type LedSpan } from '../../../shared/pages/leads.ts';
import { nextDay } from '../../../shared/words/days.ts';
import { RESOURCES, type TestDesk, tempFolder, testDesk } from '../../helpers/desk.ts';
import { runs } from '../../helpers/property-runs.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const CORNWALL = 'QT6' as SystemCode;
const SYSTEMS = [DEVON, CORNWALL];

type Leads = MethodOutput<'leads.list'>;
const leadsOf = (desk: TestDesk, articleId: StoryId): Promise<Leads> => desk.ask('leads.list', { articleId });

/** One library on several days, each a desk of its own. */
function calendar() {
  const path = `${tempFolder()}/library.patchdesk`;
  return (day: string, time = '10:00:00') => testDesk({ path, now: `${day}T${time}` });
}
const write = async (desk: TestDesk, headline: string, fields: object = {}, systems = [DEVON]) =>
  (await desk.ask('stories.create', { fields: { ...BLANK, headline, ...fields }, systems })).id;
const short = ({ system, from, to, placed, by, began, ended }: LedSpan) => [
  system,
  from,
  to,
  by === null ? placed : `${placed} by ${by}`,
  began?.label ?? null,
  typeof ended === 'string' ? ended : (ended?.label ?? null),
];

describe('how long a story led, and where', () => {
  test('is answered by the history: who put it there, what ended it, and days on which nobody did anything', async () => {
    const on = calendar();
    const monday = on('2026-11-23');
    const one = await write(monday, 'One', { publishedAt: '2026-11-20' });
    await write(monday, 'Two', { publishedAt: '2026-11-25' });
    await monday.desk.close();
    // On Wednesday “Two” is out and newer; on Friday an editor pins “One”.
    const friday = on('2026-11-27');
    await friday.ask('pages.move', { system: DEVON, articleId: one, position: 1 });
    await friday.ask('pages.pin', { system: DEVON, articleId: one });
    await friday.desk.close();
    const sunday = on('2026-11-29');
    const found = await leadsOf(sunday, one);
    expect(found).toMatchObject({ knownFrom: '2026-11-23', isWhole: true });
    expect(found.spans.map(short)).toEqual([
      [DEVON, '2026-11-23', '2026-11-25', 'filled', 'New story “One”', 'day'],
      [DEVON, '2026-11-27', '2026-11-27', 'free by A. Tester', 'Move “One” to 1 on Devon', 'Pin “One” on Devon'],
      [DEVON, '2026-11-27', null, 'pinned by A. Tester', 'Pin “One” on Devon', null],
    ]);
    expect(daysLed(found.spans, '2026-11-29')).toBe(5);
  });

  test('ends with an embargo, a last day and a withdrawal', async () => {
    const on = calendar();
    const first = on('2026-11-20');
    const lead = await write(first, 'Lead', { publishedAt: '2026-11-19' });
    const held = await write(first, 'Held', { publishedAt: '2026-11-20', embargoUntil: '2026-11-22T07:00' });
    await first.ask('pages.place', { system: DEVON, articleId: lead });
    await first.ask('pages.schedule', { system: DEVON, articleId: lead, from: null, until: '2026-11-21' });
    await first.desk.close();
    const later = on('2026-11-26');
    await later.ask('stories.withdraw', { selection: { kind: 'ids', ids: [held] } });
    expect((await leadsOf(later, lead)).spans.map(short)).toEqual([
      [DEVON, '2026-11-20', '2026-11-20', 'filled', 'New story “Lead”', 'Place “Lead” on Devon'],
      [DEVON, '2026-11-20', '2026-11-22', 'free by A. Tester', 'Place “Lead” on Devon', 'day'],
    ]);
    expect((await leadsOf(later, held)).spans.map(short)).toEqual([
      [DEVON, '2026-11-23', '2026-11-26', 'filled', null, 'Withdraw “Held”'],
    ]);
  });

  test('nothing is asked of a story that is filed nowhere; one that is not there is refused', async () => {
    const desk = testDesk();
    const id = await write(desk, 'One', {}, []);
    expect(await leadsOf(desk, id)).toEqual({ knownFrom: null, isWhole: true, spans: [] });
    const missing = '00000000-0000-7000-8000-000000000000';
    expect((await desk.refuse('leads.list', { articleId: missing })).code).toBe('story-missing');
  });

  test('leaves the library as it is, and ends when another is opened', async () => {
    const desk = testDesk();
    const id = await write(desk, 'One');
    for (let n = 0; n < 200; n += 1)
      await desk
        .ask('pages.pin', { system: DEVON, articleId: id })
        .then(() => desk.ask('pages.unpin', { system: DEVON, articleId: id }));
    const { total } = await desk.ask('history.list', { limit: 1 });
    await leadsOf(desk, id);
    expect((await desk.ask('history.list', { limit: 1 })).total).toBe(total);
    const asking = desk.refuse('leads.list', { articleId: id });
    await desk.ask('library.openSample', {});
    expect((await asking).code).toBe('library-switched');
  });
});

const edit = fc.record({
  kind: fc.constantFrom(
    'place',
    'move',
    'pin',
    'unpin',
    'takeOff',
    'release',
    'schedule',
    'tag',
    'untag',
    'national',
    'date',
    'embargo',
    'withdraw',
    'bringBack',
    'write',
    'rule',
    'undo',
    'redo',
  ),
  system: fc.constantFrom(...SYSTEMS),
  pick: fc.nat(5),
  number: fc.integer({ min: 1, max: 3 }),
  days: fc.constantFrom(0, 0, 0, 1, 1, 2, 5),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** A desk whose day moves on. */
function movingDesk(): { desk: TestDesk; goOn: (days: number) => void; today: () => string } {
  let day = '2026-11-10';
  const path = `${tempFolder()}/library.patchdesk`;
  const options = {
    libraryPath: path,
    preferencesPath: `${path}.preferences.json`,
    resourcesPath: RESOURCES,
    door: 'cli' as const,
    author: 'A. Tester',
  };
  const real = openDesk(options, { clock: () => new Date(`${day}T10:00:00Z`) });
  const ask: TestDesk['ask'] = async (method, input) => {
    const reply = await real.call(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.message}`);
    return contract[method].output.parse(reply.value) as MethodOutput<typeof method>;
  };
  const desk = { desk: real, path, events: [], ask } as unknown as TestDesk;
  return {
    desk,
    goOn: (days) => {
      for (let n = 0; n < days; n += 1) day = nextDay(day);
    },
    today: () => day,
  };
}

async function take(
  { desk, today }: ReturnType<typeof movingDesk>,
  { kind, system, pick, number }: Edit,
): Promise<void> {
  const { stories } = await desk.ask('stories.list', { query: { withdrawn: 'show' } });
  const articleId = stories.toSorted((a, b) => (a.id < b.id ? -1 : 1))[pick % stories.length]?.id as StoryId;
  const selection = { kind: 'ids', ids: [articleId] };
  const soon = [today(), nextDay(today()), nextDay(nextDay(nextDay(today())))][number - 1];
  const call = (method: string, input: object) => desk.desk.call(method, input);
  if (kind === 'tag') await call('tags.add', { selection, systems: [system], strength: 'about' });
  else if (kind === 'untag') await call('tags.remove', { selection, systems: [system] });
  else if (kind === 'national') await call(number === 1 ? 'tags.remove' : 'tags.add', { selection, national: true });
  else if (kind === 'date') await call('stories.edit', { id: articleId, fields: { publishedAt: soon } });
  else if (kind === 'embargo') {
    await call('stories.edit', { id: articleId, fields: { embargoUntil: number === 3 ? `${soon}T06:00` : soon } });
  } else if (kind === 'withdraw' || kind === 'bringBack') await call(`stories.${kind}`, { selection });
  else if (kind === 'write') {
    await call('stories.create', {
      fields: { ...BLANK, headline: `Written ${pick}`, publishedAt: soon },
      systems: [system],
    });
  } else if (kind === 'undo' || kind === 'redo') await call(`history.${kind}`, {});
  else if (kind === 'schedule') {
    await call('pages.schedule', {
      system,
      articleId,
      from: number === 1 ? null : soon,
      until: number === 2 ? null : soon,
    });
  } else if (kind === 'rule') {
    const rule = {
      ...DEFAULT_RULE,
      maxAgeDays: number === 1 ? 2 : null,
      borrow: number === 3 ? { from: 'region', upTo: 5 } : null,
    };
    const zones = [{ name: 'Stories', limit: 4, prominence: 'standard', rule }];
    await desk.ask('zones.set', { systems: [system], to: { kind: 'own', zones } } as never);
  } else await call(`pages.${kind}`, { system, articleId, position: number });
}

test('after every entry the spans say what the page of that entry shows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 14 }), async (edits) => {
      const moving = movingDesk();
      const { desk } = moving;
      const asked = await write(desk, 'One', {}, [DEVON]);
      await write(desk, 'Two', { publishedAt: '2026-11-09' }, [DEVON, CORNWALL]);
      for (const each of edits) {
        moving.goOn(each.days);
        await take(moving, each);
      }
      moving.goOn(1);
      // Undone so far that the story is not there, there is nothing to ask about: it comes back first, unless an edit
      // after the undo took the way back away.
      while (!(await desk.desk.call('stories.get', { id: asked })).ok) {
        if (!(await desk.desk.call('history.redo', {})).ok) return;
      }
      const { entries } = await desk.ask('history.list', { limit: 1000 });
      const { spans } = await leadsOf(desk, asked);
      const inOrder = entries.toReversed();
      const place = new Map(inOrder.map(({ id }, index) => [id, index]));
      for (const [index, { id }] of inOrder.entries()) {
        for (const system of SYSTEMS) {
          const page = await desk.ask('pages.get', { system, at: id });
          const lead = page.zones.flatMap(({ teasers }) => teasers)[0];
          const said = spans.find((span) => {
            if (span.system !== system) return false;
            const began = span.began ? (place.get(span.began.id) ?? 0) <= index : span.from <= page.asOf;
            const step = span.ended !== null && span.ended !== 'day' ? (place.get(span.ended.id) ?? 0) : null;
            const over = span.to !== null && (step === null ? span.to <= page.asOf : step <= index);
            return began && !over;
          });
          expect([system, index, said?.placed ?? null]).toEqual([
            system,
            index,
            lead?.articleId === asked ? lead.placed : null,
          ]);
        }
      }
      await desk.desk.close();
    }),
    { numRuns: runs(30) },
  );
}, 120_000);
