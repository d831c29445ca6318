import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { getFormat } from '../../../electron/files/readers/index.ts';
import type { ReadContext } from '../../../electron/files/readers/read-items.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../resources/schema/stories.schema.json', import.meta.url), 'utf8'),
);
const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
const context: ReadContext = { file: 'file', seenOn: '2026-11-21', namesSystem: () => true, address: null };

const STORY = {
  headline: 'Beds shut',
  standfirst: 'Two wards.',
  kicker: 'Exclusive',
  alt: 'Bay',
  imageAddress: 'https://news.example.org/a.jpg',
  byline: 'Jo Bloggs',
  kind: 'News',
  url: 'https://news.example.org/1',
  publishedAt: '2026-11-20T06:15',
  embargoUntil: '2026-12-01',
  body: 'One.\n\nTwo.',
  systems: ['Devon'],
  national: true,
};

test('every key that the schema promises is read, and the schema names every one', async () => {
  expect(Object.keys(STORY).sort()).toEqual(Object.keys(schema.$defs.story.properties).sort());
  expect([isValid([STORY]), isValid({ stories: [STORY] }), isValid([{}])]).toEqual([true, true, false]);
  const { alt, ...rest } = STORY;
  const bytes = new TextEncoder().encode(JSON.stringify([STORY]));
  expect(await getFormat('json').read(bytes, context)).toEqual([
    { kind: 'list', problems: [], stories: [{ ...rest, label: alt, dateLine: null, line: null }] },
  ]);
  expect(await getFormat('jsonl').read(new TextEncoder().encode(JSON.stringify(STORY)), context)).toEqual([
    { kind: 'list', problems: [], stories: [{ ...rest, label: alt, dateLine: null, line: 1 }] },
  ]);
});
