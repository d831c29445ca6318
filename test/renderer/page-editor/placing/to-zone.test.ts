import { describe, expect, test } from 'vitest';
import { targetOf } from '../../../../renderer/features/page-editor/list/use-teaser-drag.tsx';
import { moveTeasers, putInZone } from '../../../../renderer/features/page-editor/placing/page-actions.ts';
import { keyOfRow, rowsOf, vacantZoneOfKey } from '../../../../renderer/features/page-editor/teaser-rows.ts';
import type { PageView } from '../../../../shared/models.ts';
import { DEFAULT_RULE } from '../../../../shared/pages/fill-rules.ts';
import { DEVON, type PageDesk, pageDesk } from '../../../helpers/pages.ts';
import { DEFAULT_ZONE } from '../../../helpers/zones.ts';
import { openWindow } from '../open-page.ts';

/** Three stories on top, then an empty zone that only editors fill, then the rest. */
async function withPicks(): Promise<PageDesk> {
  const desk = await pageDesk();
  const byHand = { ...DEFAULT_RULE, strengths: [], national: 'without' as const };
  const zones = [
    { ...DEFAULT_ZONE, name: 'Top', limit: 3 },
    { ...DEFAULT_ZONE, name: 'Picks', limit: 3, rule: byHand },
    { ...DEFAULT_ZONE, name: 'Rest', limit: 10 },
  ];
  await desk.ask('zones.set', { systems: [DEVON], to: { kind: 'own', zones } });
  return desk;
}

const zonesOf = ({ zones }: PageView) =>
  zones.map(({ name, teasers }) => `${name}: ${teasers.map(({ headline }) => headline).join(' ')}`);
const zone = (page: PageView, name: string) => {
  const found = page.zones.find((one) => one.name === name);
  if (!found) throw new Error(`no zone ${name}`);
  return found;
};

describe('an empty zone of several', () => {
  test('is a row under its heading, which says the rule', async () => {
    const desk = await withPicks();
    const page = await desk.ask('pages.get', { system: DEVON });
    const { rows, around } = rowsOf(page);
    expect(rows).toHaveLength(7);
    const key = keyOfRow(rows[3] as never);
    expect(vacantZoneOfKey(key)).toBe(zone(page, 'Picks').id);
    expect(new Map(around).get(key)).toEqual({
      heading: { zoneId: zone(page, 'Picks').id, name: 'Picks', count: '0 of 3', rule: 'by editors only' },
      number: 4,
    });
    const [top] = around;
    expect(top?.[1].heading?.rule).toBe('newest first');
    await desk.ask('pages.pin', { system: DEVON, articleId: desk.id('One') });
    const pinned = rowsOf(await desk.ask('pages.get', { system: DEVON })).around[0];
    expect(pinned?.[1].heading?.rule).toBe('pins, then newest first');
  });

  test('is no row where it is the whole page, which says so itself', async () => {
    const desk = await pageDesk();
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) {
      await desk.ask('pages.takeOff', { system: DEVON, articleId: desk.id(name) });
    }
    expect(rowsOf(await desk.ask('pages.get', { system: DEVON })).rows).toEqual([]);
  });
});

describe('into a zone', () => {
  test('go one teaser, several, and a story from beside the page, each as one step with its words', async () => {
    const desk = await withPicks();
    const { state, session, shown } = await openWindow(desk);
    const settled = async (method: 'history.undo' | null = null) => {
      if (method) await desk.ask(method, {});
      return zonesOf(await desk.ask('pages.get', { system: DEVON }));
    };
    await putInZone(state, [desk.id('Five')], zone(shown(), 'Picks').id);
    expect(session().announcement.text).toMatch(/^Moved to the top of Picks\./);
    expect(session().teaser).toBe(desk.id('Five'));
    expect(await settled()).toEqual(['Top: One Two Three', 'Picks: Five', 'Rest: Four Six']);
    const target = { position: 2, zoneId: zone(shown(), 'Picks').id };
    await moveTeasers(state, [desk.id('One'), desk.id('Six')], target);
    expect(session().announcement.text).toMatch(/^2 teasers moved to 2 in Picks\./);
    expect(await settled()).toEqual(['Top: Two Three Four', 'Picks: Five One Six', 'Rest: ']);
    expect(await settled('history.undo')).toEqual(['Top: One Two Three', 'Picks: Five', 'Rest: Four Six']);
    await desk.ask('pages.takeOff', { system: DEVON, articleId: desk.id('Two') });
    await putInZone(state, [desk.id('Two')], zone(shown(), 'Rest').id);
    expect(session().announcement.text).toMatch(/^Placed at the top of Rest\./);
    expect(await settled()).toEqual(['Top: One Three Four', 'Picks: Five', 'Rest: Two Six']);
  });
});

describe('a drop', () => {
  test('means a number of the page, and names the zone where that number would mean another one', async () => {
    const desk = await withPicks();
    const page = await desk.ask('pages.get', { system: DEVON });
    const { rows } = rowsOf(page);
    const at = (ids: string[], key: string, dropPosition: 'before' | 'after' | 'on') => {
      const target = targetOf(page, rows, ids.map(desk.id), { key, dropPosition });
      const name = page.zones.find(({ id }) => id === target?.zoneId)?.name;
      return target && [name, target.position].filter(Boolean).join(' ');
    };
    const vacant = `zone:${zone(page, 'Picks').id}`;
    expect(at(['Five'], vacant, 'on')).toBe('Picks 1');
    expect(at(['Five'], vacant, 'after')).toBe('Picks 1');
    expect(at(['One'], desk.id('Six'), 'after')).toBe('7');
    expect(at(['One'], desk.id('Five'), 'before')).toBe('5');
    expect(at(['Four'], desk.id('Six'), 'after')).toBe('6');
    expect(at(['Four'], desk.id('Two'), 'after')).toBe('3');
    expect(at(['Four'], desk.id('Two'), 'on')).toBeNull();
  });
});
