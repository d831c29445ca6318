import { afterAll, describe, expect, it } from 'vitest';
import { capture, FRIMLEY, Place } from './patchdesk.ts';

interface Line {
  id: string | number | null;
  suggestions: {
    code: string;
    slug: string;
    shortName: string;
    level: string;
    reason: { kind: string; entity: string; phrase: string; field: string; start: number; end: number };
  }[];
  national: { why: string } | null;
}

const linesOf = (out: string): Line[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('suggest', () => {
  const place = new Place();
  afterAll(() => place.remove());

  it('answers each story of a file with one line, in order', async () => {
    place.write(
      'stories.jsonl',
      [
        '\ufeff{"id": "a", "headline": "Ward planned in Maidstone", "standfirst": null, "url": "ignored"}',
        '{"id": 7, "headline": "Two trusts share a chair", "alt": null, "body": null, "publishedAt": "2024-05-01"}',
        '',
        '{"id": null, "headline": null, "standfirst": "Kent’s new ward", "alt": "maidstone hospital"}\r',
      ].join('\n'),
    );
    const done = await place.run(['suggest', '--in', 'stories.jsonl', '--as-of', '2024-06-01'], { isAlone: true });
    expect([done.code, done.err]).toEqual([0, '']);
    const [first, second, third, ...more] = linesOf(done.out);
    expect(more).toEqual([]);
    expect([first?.id, second?.id, third?.id]).toEqual(['a', 7, null]);
    expect(first?.suggestions).toMatchObject([
      {
        code: 'QKS',
        slug: 'kent-and-medway',
        shortName: 'Kent and Medway',
        level: 'named',
        reason: { kind: 'place', entity: 'Maidstone', phrase: 'Maidstone', field: 'headline', start: 16, end: 25 },
      },
    ]);
    expect(second?.suggestions).toEqual([]);
    expect(third?.suggestions.map(({ code }) => code)).toEqual(['QKS']);
  });

  it('answers for the systems of the day asked for', async () => {
    place.write('wokingham.jsonl', '{"id": "a", "headline": "Clinic to open in Wokingham"}\n');
    const on = async (date: string) => {
      const { out } = await place.run(['suggest', '--in', 'wokingham.jsonl', '--as-of', date]);
      return linesOf(out)[0]?.suggestions.map(({ shortName }) => shortName);
    };
    expect(await on('2026-03-31')).toEqual(['Buckinghamshire, Oxfordshire and Berkshire West']);
    expect(await on('2026-04-01')).toEqual(['Thames Valley']);
  });

  it('answers for the unreviewed articles of the library, with the ids that find prints', async () => {
    place.write('frimley.txt', capture('Frimley ICS', FRIMLEY));
    await place.json(['import', 'frimley.txt', '--seen-on', '2026-11-20']);
    const { articles } = await place.json<{ articles: { id: string }[] }>(['find', '']);
    const { code, out } = await place.run(['suggest', '--json']);
    expect(code).toBe(0);
    expect(
      linesOf(out)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(articles.map(({ id }) => id).sort());
  });

  it.each([
    ['is no JSON', '{"id": "a", "headline": "Fine"}\nnot json\n', 'bad.jsonl, line 2: This line is not JSON.'],
    ['is no object', '[1]\n', 'bad.jsonl, line 1: This line is JSON, but not an object.'],
    ['has no text', '{"id": "a"}\n', 'bad.jsonl, line 1: This line has no text'],
    ['has a headline that is no text', '{"headline": 3}\n', 'bad.jsonl, line 1: “headline” must be text or null.'],
    ['has an id that is neither', '{"id": {}, "headline": "x"}\n', 'bad.jsonl, line 1: “id” must be text or a number.'],
  ])('refuses a file whole in which a line %s', async (_, contents, message) => {
    place.write('bad.jsonl', contents);
    const done = await place.run(['suggest', '--in', 'bad.jsonl']);
    expect([done.code, done.out]).toEqual([2, '']);
    expect(done.err).toContain(message);
  });

  it('refuses a file that is not there or not UTF-8, and a day that does not exist', async () => {
    place.write('latin.jsonl', new Uint8Array([0x7b, 0xe9, 0x7d]));
    for (const args of [
      ['--in', 'nowhere.jsonl'],
      ['--in', 'latin.jsonl'],
      ['--in', '.'],
      ['--as-of', '2026-02-30'],
    ]) {
      const done = await place.run(['suggest', ...args, '--json']);
      expect([done.code, Object.keys(JSON.parse(done.out))]).toEqual([2, ['error']]);
    }
  });
});
