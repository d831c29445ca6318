import { describe, expect, it } from 'vitest';
import { fitOf, formatSuccessors, searchSystems } from '../../../renderer/state/system-search.ts';
import { testDesk } from '../../helpers/desk.ts';

const systems = () => testDesk().ask('systems.list', { scope: 'ever' });

describe('finding a system by what an editor types', () => {
  it.each([
    ['frimley', 'QNQ'],
    ['QNQ', 'QNQ'],
    ['bob', 'QU9'],
    ['mse', 'QH8'],
    ['devon', 'QJK'],
    ['isle of wight', 'QRL'],
    ['kent', 'QKS'],
  ])('finds %s', async (typed, code) => {
    expect(searchSystems(await systems(), typed)[0]?.code).toBe(code);
  });

  it('puts the systems of today before the former ones', async () => {
    const found = searchSystems(await systems(), 'sussex');
    const firstFormer = found.findIndex((system) => system.activeTo !== null && system.shortName !== 'Sussex');
    const lastActive = found.findLastIndex((system) => system.activeTo === null);
    expect(lastActive).toBeGreaterThanOrEqual(0);
    if (firstFormer >= 0) expect(firstFormer).toBeGreaterThan(lastActive);
  });

  it('offers all of them before anything is typed, and none for what is no system', async () => {
    const all = await systems();
    expect(searchSystems(all, ' ')).toHaveLength(all.length);
    expect(searchSystems(all, 'zzz')).toEqual([]);
  });

  it('says where the stories of a former system belong now', async () => {
    const all = await systems();
    const byCode = new Map(all.map((system) => [system.code as string, system]));
    const frimley = all.find((system) => system.code === 'QNQ');
    expect(frimley && formatSuccessors(frimley, byCode)).toMatch(/^now .+, .+/);
    const devon = all.find((system) => system.code === 'QJK');
    expect(devon && formatSuccessors(devon, byCode)).toBeNull();
  });

  it('reads accents, ampersands and case as an editor means them', () => {
    expect(fitOf('derby & derbyshire', 'Derby and Derbyshire')).toBe(0);
    expect(fitOf('DEVÓN', 'Devon')).toBe(0);
    expect(fitOf('und', 'Sunderland')).toBe(3);
    expect(fitOf('', 'Devon')).toBeNull();
  });
});
