import { describe, expect, test } from 'vitest';
import { systemsOn } from '../../electron/suggest/catalogue.ts';
import { parseGazetteer } from '../../electron/suggest/gazetteer.ts';
import { DeskError } from '../../shared/errors.ts';
import { readGazetteer, readRegister } from './resources.ts';

const gazetteer = readGazetteer();
const register = readRegister();

describe('the gazetteer that ships', () => {
  const all = [...gazetteer.trusts, ...gazetteer.sites, ...gazetteer.places, ...gazetteer.former];

  test('knows every system of the register', () => {
    const known = new Set(gazetteer.systems.map(({ code }) => code));
    expect(register.everOn('2026-11-22').filter(({ code }) => !known.has(code))).toEqual([]);
  });

  test.each(['2022-07-01', '2024-06-01', '2026-04-01', '2026-11-22'])('places everything in systems of %s', (day) => {
    for (const { id, areas } of all) {
      if (areas.length === 0) continue;
      const codes = systemsOn(areas, register, day);
      expect(codes.length, id).toBeGreaterThan(0);
      expect(
        codes.every((code) => register.isActive(code, day)),
        id,
      ).toBe(true);
    }
  });

  test('leaves only national bodies without a system', () => {
    expect(gazetteer.trusts.filter(({ areas }) => areas.length === 0).map(({ scope }) => scope)).toEqual(['national']);
  });

  test('says of each site which trust runs it', () => {
    const trusts = new Set(gazetteer.trusts.map(({ id }) => id));
    expect(gazetteer.sites.filter(({ trust }) => !trusts.has(trust)).map(({ id }) => id)).toEqual([]);
  });
});

test.each([
  [
    [
      { code: 'QU9', share: 0.988 },
      { code: 'QHG', share: 0.012 },
    ],
    ['QU9'],
  ],
  [
    [
      { code: 'QNQ', share: 0.763 },
      { code: 'QRL', share: 0.237 },
    ],
    ['QNQ', 'QRL'],
  ],
  [
    [
      { code: 'QU9', share: 0.85 },
      { code: 'QOX', share: 0.14 },
      { code: 'QPM', share: 0.01 },
    ],
    ['QU9', 'QOX'],
  ],
])('a district lies where nine tenths of it do: %j', (systems, codes) => {
  const { areas } = parseGazetteer({
    systems: { systems: [] },
    trusts: { trusts: [] },
    sites: { sites: [] },
    places: {
      places: [{ id: 'a', name: 'A', kind: 'authority', names: [], areas: [{ from: '2022-07-01', systems }] }],
    },
    former: { bodies: [] },
  }).places[0] ?? { areas: [] };
  expect(systemsOn(areas, register, '2024-06-01')).toEqual(codes);
});

test('a broken file is refused by its name and the field at fault', () => {
  const broken = () =>
    parseGazetteer({
      systems: { systems: [{ code: 'QU9', name: 'A', names: [{ text: '' }] }] },
      trusts: {},
      sites: {},
      places: {},
      former: {},
    });
  expect(broken).toThrow(DeskError);
  expect(broken).toThrow(/systems\.json.*systems\.0\.names\.0\.text/);
});
