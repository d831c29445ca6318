import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DeskError } from '../../shared/errors.ts';
import { makeRegister, normaliseName, RegisterFile } from '../../shared/register.ts';
import { RESOURCES } from '../helpers/desk.ts';

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
