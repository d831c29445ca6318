import { describe, expect, test } from 'vitest';
import type { SystemCode } from '../../../shared/models.ts';
import { testDesk } from '../../helpers/desk.ts';
import { BLANK } from '../../helpers/story.ts';

const DEVON = 'QJK' as SystemCode;
const FIELDS = { ...BLANK, headline: 'Ward to open at weekends' };

describe('a story written by hand', () => {
  test('is filed once to a system that is named twice', async () => {
    const desk = testDesk();
    const { id } = await desk.ask('stories.create', { fields: FIELDS, systems: [DEVON, DEVON] });
    expect((await desk.ask('stories.get', { id })).systems.map(({ code }) => code)).toEqual([DEVON]);
  });
});

describe('searching', () => {
  test.each([
    ['ward', 1],
    ['"ward" (week*', 1],
    ['ward NOT weekends', 0],
    ['headline:ward', 0],
    ['ward\u0000', 1],
    ['ward\u0000weekends', 1],
    ['\u0000', 1],
  ])('takes whatever is typed or pasted as words: %j', async (text, total) => {
    const desk = testDesk();
    await desk.ask('stories.create', { fields: FIELDS });
    expect((await desk.ask('stories.list', { query: { text } })).total).toBe(total);
  });
});
