import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DeskError } from '../../../shared/errors.ts';
import { makeRegister, normaliseName, RegisterFile } from '../../../shared/systems/register.ts';
import { RESOURCES } from '../../helpers/desk.ts';

const register = makeRegister(
  RegisterFile.parse(JSON.parse(readFileSync(join(RESOURCES, 'register', 'systems.json'), 'utf8'))),
);

describe('the register', () => {
  test('has 42 systems to 31 March 2026 and 36 from the day after', () => {
    expect(register.activeOn('2022-06-30')).toHaveLength(0);
    expect(register.activeOn('2022-07-01')).toHaveLength(42);
    expect(register.activeOn('2026-03-31')).toHaveLength(42);
    expect(register.activeOn('2026-04-01')).toHaveLength(36);
    expect(register.everOn('2026-11-22')).toHaveLength(48);
  });

  test('says from which day the list of a day is in force', () => {
    expect(register.inForceFrom('2024-06-01')).toBe('2022-07-01');
    expect(register.inForceFrom('2026-11-22')).toBe('2026-04-01');
  });

  test('keeps a system that continues, and names three successors of Frimley', () => {
    expect(register.isActive('QRL', '2026-11-22')).toBe(true);
    expect([...register.get('QNQ').successors].sort()).toEqual(['QRL', 'S0E4D', 'S9B9J']);
  });

  test.each([
    ['QNQ', 'QNQ'],
    ['frimley', 'QNQ'],
    ['Frimley ICS', 'QNQ'],
    ['NHS Frimley Integrated Care Board', 'QNQ'],
    ['  FRIMLEY  ', 'QNQ'],
    ['bob', 'QU9'],
    ['mse', 'QH8'],
    ['bath-and-north-east-somerset-swindon-and-wiltshire', 'QOX'],
    ['Bath & North East Somerset, Swindon & Wiltshire', 'QOX'],
    ['Essex', 'D7T5G'],
    ['surrey and sussex', 'S9B9J'],
    ['Sussex', 'QNX'],
  ])('finds %s', (text, code) => {
    expect(register.find(text, '2026-11-22').code).toBe(code);
  });

  test.each([
    ['QNQ', '2024-06-01', ['QNQ']],
    ['QNQ', '2026-04-01', ['QRL', 'S0E4D', 'S9B9J']],
    ['QH8', '2026-11-22', ['D7T5G']],
    ['D7T5G', '2024-06-01', ['QH8', 'QJG', 'QM7']],
    ['QRL', '2026-11-22', ['QRL']],
    ['QRL', '2021-01-01', []],
    ['XXX', '2024-06-01', []],
  ])('says where %s lives on %s', (code, day, homes) => {
    expect(register.homesOn(code, day).toSorted()).toEqual(homes);
  });

  test('follows a chain of successors, and a loop of them to no end', () => {
    const system = (code: string, activeFrom: string, activeTo: string | null, successors: string[]) => ({
      ...register.get('QF7'),
      code,
      activeFrom,
      activeTo,
      successors,
      names: [],
    });
    const chain = makeRegister(
      RegisterFile.parse({
        version: '2028-04-01',
        systems: [
          system('AAA', '2022-07-01', '2026-03-31', ['BBB']),
          system('BBB', '2026-04-01', '2028-03-31', ['CCC', 'DDD']),
          system('CCC', '2028-04-01', null, []),
          system('DDD', '2028-04-01', null, []),
          system('EEE', '2022-07-01', '2026-03-31', ['EEE']),
        ],
      }),
    );
    expect(chain.homesOn('AAA', '2028-04-01')).toEqual(['CCC', 'DDD']);
    expect(chain.homesOn('DDD', '2024-01-01')).toEqual(['AAA']);
    expect(chain.homesOn('EEE', '2028-04-01')).toEqual([]);
  });

  test('refuses what it does not know, saying what to do', () => {
    expect(() => register.find('Wessex', '2026-11-22')).toThrow(DeskError);
    expect(() => register.find('Wessex', '2026-11-22')).toThrow(/patchdesk systems/);
  });

  test('finds every system by code, slug, short name and board name', () => {
    for (const system of register.everOn('2026-11-22')) {
      for (const name of [system.code, system.slug, system.shortName, system.boardName]) {
        expect(register.find(name, system.activeFrom).code).toBe(system.code);
      }
    }
  });

  test('normaliseName makes one of the forms of a name', () => {
    expect(normaliseName('NHS Kent & Medway ICB')).toBe(normaliseName('kent and medway ics'));
  });
});
