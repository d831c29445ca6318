import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addZone,
  changeZone,
  type DraftZone,
  MOST_ZONES,
  moveZone,
  readZones,
  removeZone,
  toDraft,
  withKinds,
} from '../../../renderer/features/zones/zones-draft.ts';
import { DEFAULT_RULE, LENDERS, PROMINENCES, sameZones, ZoneSpecs } from '../../../shared/pages/fill-rules.ts';
import { DEFAULT_ZONE } from '../../helpers/zones.ts';

const start = toDraft([
  { ...DEFAULT_ZONE, name: 'Lead', limit: 1, prominence: 'lead' },
  { ...DEFAULT_ZONE, name: 'Stories', limit: 19 },
]);
const names = (draft: readonly DraftZone[]) => draft.map(({ name }) => name);
const errorOf = (change: Partial<DraftZone>) => {
  const read = readZones(changeZone(start, 'zone 2', change));
  return read.ok ? null : [read.errors.get('zone 2'), read.sentence];
};

describe('zones as an editor writes them', () => {
  test('what was read is written back as it was', () => {
    const zones = [
      { ...DEFAULT_ZONE, rule: { ...DEFAULT_RULE, borrow: { from: 'region' as const, upTo: 7 }, maxAgeDays: 0 } },
      { ...DEFAULT_ZONE, name: 'Picks', rule: { ...DEFAULT_RULE, strengths: [], national: 'without' as const } },
    ];
    const read = readZones(toDraft(zones));
    expect(read.ok && sameZones(read.zones, zones)).toBe(true);
  });

  test('by editors only keeps what the rule was for whoever turns back', () => {
    const byHand = changeZone(start, 'zone 2', { byHand: true });
    const read = readZones(byHand);
    expect(read.ok && read.zones[1]?.rule).toMatchObject({ strengths: [], national: 'without', borrow: null });
    const back = readZones(changeZone(byHand, 'zone 2', { byHand: false }));
    expect(back.ok && back.zones[1]?.rule).toEqual(DEFAULT_RULE);
  });

  test.each([
    [{ name: '  ' }, { name: 'A zone needs a name.' }, 'A zone needs a name.'],
    [{ limit: '0' }, { limit: 'Type a number from 1 to 200.' }, 'Stories: Type a number from 1 to 200.'],
    [{ limit: '2.5' }, { limit: 'Type a number from 1 to 200.' }, 'Stories: Type a number from 1 to 200.'],
    [
      { maxAge: 'a week' },
      { maxAge: 'Type a number of days, or leave it blank for any age.' },
      'Stories: Type a number of days, or leave it blank for any age.',
    ],
    [
      { kinds: { which: 'only' as const, list: [] } },
      { kinds: 'Add a kind, or choose any kind.' },
      'Stories: Add a kind, or choose any kind.',
    ],
    [
      { borrow: { from: 'region' as const, upTo: '' } },
      { upTo: 'Type a number from 1 to 200.' },
      'Stories: Type a number from 1 to 200.',
    ],
  ])('a mistake is told at its field: %j', (change, errors, sentence) => {
    expect(errorOf(change)).toEqual([errors, sentence]);
  });

  test('of two zones with one name the lower one is to mend, whatever its capitals', () => {
    const read = readZones(changeZone(start, 'zone 2', { name: ' LEAD ' }));
    expect(read.ok ? [] : [...read.errors.keys()]).toEqual(['zone 2']);
    expect(errorOf({ name: 'lead' })?.[0]).toEqual({
      name: 'A zone above has this name. Give each a name of its own.',
    });
  });

  test('of a zone that fills by hand nobody asks for the rest of the rule', () => {
    expect(errorOf({ byHand: true, maxAge: 'x', kinds: { which: 'only', list: [] } })).toBe(null);
  });
});

describe('the list of zones', () => {
  test('a new one comes at the end under a free name', () => {
    const once = addZone(start);
    const renamed = changeZone(once.draft, once.key, { name: 'Zone 4' });
    const twice = addZone(renamed);
    expect(names(twice.draft)).toEqual(['Lead', 'Stories', 'Zone 4', 'Zone 5']);
    expect(twice.key).not.toBe(once.key);
  });

  test('the keys go on to the zone that takes the place of one taken out; the last stays', () => {
    expect(removeZone(start, 'zone 1')).toMatchObject({ key: 'zone 2' });
    expect(removeZone(start, 'zone 2')).toMatchObject({ key: 'zone 1' });
    const [only] = removeZone(start, 'zone 1').draft;
    expect(names(removeZone(only ? [only] : [], 'zone 2').draft)).toEqual(['Stories']);
  });

  test('a zone goes to a number, or as near to it as there is', () => {
    const three = addZone(start).draft;
    expect(names(moveZone(three, 'zone 1', 2))).toEqual(['Stories', 'Lead', 'Zone 3']);
    expect(names(moveZone(three, 'zone 1', 99))).toEqual(['Stories', 'Zone 3', 'Lead']);
    expect(names(moveZone(three, 'zone 2', -1))).toEqual(['Stories', 'Lead', 'Zone 3']);
  });

  test('kinds are taken with commas between them, none twice', () => {
    expect(withKinds(['News'], 'news, Column ,, comment')).toEqual(['News', 'Column', 'comment']);
  });
});

test('what reads as right the desk takes as it is', () => {
  const text = fc.oneof(fc.constantFrom('', ' ', '0', '1', '20', '200', '201', 'x', '7.5', '-3'), fc.string());
  const zone = fc.record({
    name: fc.oneof(fc.constantFrom('Lead', 'lead ', 'Stories'), fc.string({ maxLength: 70 })),
    limit: text,
    prominence: fc.constantFrom(...PROMINENCES),
    byHand: fc.boolean(),
    strengths: fc.subarray(['about', 'affects', 'mentioned'] as const),
    kinds: fc.record({
      which: fc.constantFrom('any' as const, 'only' as const, 'except' as const),
      list: fc.array(fc.constantFrom('News', 'Column'), { maxLength: 2 }),
    }),
    maxAge: text,
    national: fc.constantFrom('with' as const, 'without' as const, 'only' as const),
    first: fc.constantFrom('newest' as const, 'local' as const, 'about' as const),
    borrow: fc.record({ from: fc.constantFrom('none' as const, ...LENDERS), upTo: text }),
  });
  fc.assert(
    fc.property(fc.array(zone, { minLength: 1, maxLength: MOST_ZONES }), (zones) => {
      const draft: DraftZone[] = zones.map((one, index) => ({ ...one, key: `zone ${index}` }));
      const read = readZones(draft);
      if (read.ok) expect(ZoneSpecs.parse(read.zones)).toEqual(read.zones);
      else for (const key of read.errors.keys()) expect(draft.some((one) => one.key === key)).toBe(true);
    }),
  );
});
