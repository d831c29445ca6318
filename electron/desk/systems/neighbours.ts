import { neighbors } from 'topojson-client';
import type { SystemCode } from '../../../shared/models.ts';
import type { Topology } from '../../../shared/pages/board.ts';
import type { DeskContext } from '../context.ts';
import { mapOn } from './boundaries.ts';

/** Systems whose areas share a stretch of border, by code. A shared corner or the sea does not make neighbours. */
export function neighboursIn({ objects }: Topology): ReadonlyMap<string, readonly string[]> {
  const { geometries } = objects.systems;
  const found = neighbors(geometries);
  return new Map(
    geometries.map(({ id }, index) => [id, (found[index] ?? []).flatMap((each) => geometries[each]?.id ?? [])]),
  );
}

const cache = new WeakMap<Topology, ReadonlyMap<string, readonly string[]>>();

/** The neighbouring systems on a day, in the register's order; none for a system that is not active then. */
export function neighboursOn(context: DeskContext, code: SystemCode, day: string): SystemCode[] {
  const { topology } = mapOn(context.resourcesPath, day);
  let all = cache.get(topology);
  if (!all) {
    all = neighboursIn(topology);
    cache.set(topology, all);
  }
  const next = new Set(all.get(code));
  if (next.size === 0 || !context.register.isActive(code, day)) return [];
  return context.register.activeOn(day).flatMap((system) => (next.has(system.code) ? [system.code] : []));
}
