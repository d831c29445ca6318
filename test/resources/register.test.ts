import { describe, expect, it } from 'vitest';
import register from '../../resources/register/systems.json' with { type: 'json' };

type Entry = (typeof register.systems)[number];

const { systems, changes, events } = register;
const byCode = new Map(systems.map((system) => [system.code, system]));

/** Both ends are active days. */
function activeOn(day: string): Entry[] {
  return systems.filter((system) => system.activeFrom <= day && (system.activeTo === null || day <= system.activeTo));
}

function named(code: string): Entry {
  const system = byCode.get(code);
  if (!system) throw new Error(`The register has no ${code}`);
  return system;
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the dated register', () => {
  it('holds every system that ever was, each once', () => {
    expect(systems).toHaveLength(48);
    expect(repeated(systems.map((system) => system.code))).toEqual([]);
    expect(repeated(systems.map((system) => system.slug))).toEqual([]);
    expect(repeated(systems.map((system) => system.shortName))).toEqual([]);
    expect(repeated(systems.map((system) => system.boardName))).toEqual([]);
  });

  it.each([
    ['2022-06-30', 0],
    ['2022-07-01', 42],
    ['2024-06-01', 42],
    ['2026-03-31', 42],
    ['2026-04-01', 36],
    ['2026-11-20', 36],
  ])('has the right number of systems on %s', (day, count) => {
    expect(activeOn(day)).toHaveLength(count);
  });

  it('ends twelve systems on one day and begins six on the next', () => {
    const ended = systems.filter((system) => system.activeTo !== null);
    expect(ended.map((system) => system.code).sort()).toEqual(
      ['QH8', 'QHG', 'QJG', 'QM7', 'QMJ', 'QMM', 'QNQ', 'QNX', 'QRV', 'QU9', 'QUE', 'QXU'].sort(),
    );
    expect(new Set(ended.map((system) => system.activeTo))).toEqual(new Set(['2026-03-31']));
    const begun = systems.filter((system) => system.activeFrom === register.version);
    expect(begun.map((system) => system.slug).sort()).toEqual([
      'central-east',
      'essex',
      'norfolk-and-suffolk',
      'surrey-and-sussex',
      'thames-valley',
      'west-and-north-london',
    ]);
  });

  it('gives a successor to every former system and to no other', () => {
    for (const system of systems) {
      expect(system.successors.length > 0, system.code).toBe(system.activeTo !== null);
      for (const code of system.successors) {
        expect(code).not.toBe(system.code);
        expect(named(code).activeTo, code).toBeNull();
        expect(named(code).predecessors).toContain(system.code);
      }
      for (const code of system.predecessors) expect(named(code).successors).toContain(system.code);
    }
  });

  it('splits Frimley in three and lets Hampshire and Isle of Wight continue', () => {
    expect(named('QNQ').successors).toEqual(['QRL', 'S0E4D', 'S9B9J']);
    expect(named('QRL')).toMatchObject({
      activeFrom: '2022-07-01',
      activeTo: null,
      successors: [],
      predecessors: ['QNQ'],
    });
  });

  it('lists each succession among the changes, with the part of a split', () => {
    const pairs = systems.flatMap((system) => system.successors.map((to) => `${system.code} ${to}`));
    expect(changes.map((change) => `${change.from} ${change.to}`).sort()).toEqual(pairs.sort());
    for (const change of changes) {
      expect(change.date).toBe('2026-04-01');
      expect(change.extent).toBe(named(change.from).successors.length === 1 ? 'whole' : 'part');
      expect(change.part === null).toBe(change.extent === 'whole');
    }
    for (const event of events) {
      for (const code of [...event.from, ...event.to]) expect(byCode.has(code), code).toBe(true);
    }
  });

  it('takes each slug from the short name', () => {
    for (const system of systems) {
      const slug = system.shortName
        .toLowerCase()
        .replace(/[^a-z]+/g, '-')
        .replace(/^-|-$/g, '');
      expect(system.slug).toBe(slug);
      expect(system.boardName).toBe(`NHS ${system.shortName} Integrated Care Board`);
    }
  });

  it('names a region of the seven and a fresh ONS code for every system', () => {
    expect(new Set(systems.map((system) => system.region))).toEqual(
      new Set([
        'East of England',
        'London',
        'Midlands',
        'North East and Yorkshire',
        'North West',
        'South East',
        'South West',
      ]),
    );
    const onsCodes = systems.flatMap((system) => system.onsCodes.map((spell) => spell.onsCode));
    expect(repeated(onsCodes)).toEqual([]);
    for (const system of systems) {
      expect(system.onsCodes.at(-1)?.onsCode).toBe(system.onsCode);
      expect(system.onsCodes[0]?.from).toBe(system.activeFrom);
    }
  });

  it.each([
    ['BOB', 'QU9'],
    ['MSE', 'QH8'],
    ['BSW', 'QOX'],
    ['BNSSG', 'QUY'],
    ['LLR', 'QK1'],
    ['NEL', 'QMF'],
    ['HIOW', 'QRL'],
    ['NENC', 'QHM'],
    ['SNEE', 'QJG'],
    ['WNL', 'Z9B2Z'],
    ['TV', 'S0E4D'],
    ['GM', 'QOP'],
  ])('finds one system by %s', (abbreviation, code) => {
    const found = systems.filter((system) => system.abbreviations.includes(abbreviation));
    expect(found.map((system) => system.code)).toEqual([code]);
  });

  it('repeats no abbreviation and no other name', () => {
    const abbreviations = systems.flatMap((system) => system.abbreviations);
    expect(repeated(abbreviations)).toEqual([]);
    for (const abbreviation of abbreviations) expect(abbreviation).toMatch(/^[A-Z&]{2,9}$/);
    const names = systems.flatMap((system) => [system.shortName, system.boardName, ...system.names]);
    expect(repeated(names.map((name) => name.toLowerCase()))).toEqual([]);
    for (const system of systems) expect(system.abbreviations.length, system.code).toBeGreaterThan(0);
  });
});
