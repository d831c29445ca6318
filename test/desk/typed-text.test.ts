import { expect, test } from 'vitest';
import type { SystemCode } from '../../shared/models.ts';
import { asFile, captureText, testDesk } from '../helpers/desk.ts';
import { BLANK } from '../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
/** A soft hyphen, a zero-width space, a no-break space and a direction override. */
const PASTED = 'Ilfra\u00adcombe\u00a0clinic opens its\u200b doors\u202e';
const CLEAN = 'Ilfracombe clinic opens its doors';

test('words pasted into a story are cleaned as an import cleans them, and the story is recognised', async () => {
  const desk = testDesk();
  const fields = { headline: PASTED, standfirst: PASTED, kicker: PASTED, alt: PASTED, byline: PASTED };
  const { id } = await desk.ask('stories.create', {
    fields: { ...BLANK, ...fields, kind: PASTED, body: `${PASTED}\r\n\r\n\t${PASTED}` },
    systems: [DEVON],
  });
  expect(await desk.ask('stories.get', { id })).toMatchObject({
    headline: CLEAN,
    standfirst: CLEAN,
    kicker: CLEAN,
    alt: CLEAN,
    byline: CLEAN,
    kind: CLEAN,
    body: `${CLEAN}\n\n\t${CLEAN}`,
  });
  for (const text of [CLEAN, PASTED, 'doors', 'do\u00adors']) {
    expect((await desk.ask('stories.list', { query: { text } })).total, text).toBe(1);
  }
  const capture = captureText('Devon ICS', [[CLEAN, CLEAN, CLEAN]]);
  const { files } = await desk.ask('import.contents', { files: [asFile('devon.txt', capture)], seenOn: '2026-11-20' });
  expect(files[0]?.articles.new).toBe(0);
});

test('words of a teaser, a zone, a template and a name are cleaned', async () => {
  const desk = testDesk();
  const { id } = await desk.ask('stories.create', { fields: { ...BLANK, headline: 'A story' }, systems: [DEVON] });
  await desk.ask('pages.reword', { system: DEVON, articleId: id, words: { headline: PASTED } });
  const { zones } = await desk.ask('zones.get', { system: DEVON });
  const specs = zones.map(({ id: _, ...zone }) => ({ ...zone, name: PASTED }));
  const own = { kind: 'own' as const, zones: specs };
  await desk.ask('zones.set', { systems: [DEVON], to: own });
  const layout = await desk.ask('pages.get', { system: DEVON });
  expect(layout.zones[0]).toMatchObject({ name: CLEAN, teasers: [{ headline: CLEAN }] });
  await desk.ask('templates.save', { name: PASTED, zones: specs });
  expect((await desk.ask('templates.list', {})).map(({ name }) => name)).toContain(CLEAN);
  await desk.ask('names.save', { name: { kind: 'alias', text: PASTED, systems: [DEVON], note: PASTED } });
  const names = await desk.ask('names.list', {});
  expect(names).toContainEqual(expect.objectContaining({ text: CLEAN, note: CLEAN }));
});
