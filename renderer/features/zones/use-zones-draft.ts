import { useState } from 'react';
import { addZone, changeZone, type DraftZone, moveZone, readZones, removeZone } from './zones-draft.ts';

/** The edited zones, and which of them is open. */
export function useZonesDraft(start: readonly DraftZone[], zoneId: string | null) {
  const [zones, setZones] = useState<readonly DraftZone[]>(start);
  const [selected, setSelected] = useState(() => start.find(({ key }) => key === zoneId)?.key ?? start[0]?.key ?? '');
  const read = readZones(zones);
  return {
    zones,
    read,
    errorsOf: (key: string) => (read.ok ? undefined : read.errors.get(key)),
    /** Replaces all zones. */
    replace: (next: readonly DraftZone[]) => {
      setZones(next);
      setSelected(next[0]?.key ?? '');
    },
    selected,
    open: zones.find(({ key }) => key === selected) ?? zones[0],
    select: setSelected,
    change: (key: string, change: Partial<DraftZone>) => setZones((now) => changeZone(now, key, change)),
    move: (key: string, to: number) => setZones((now) => moveZone(now, key, to)),
    add: () => {
      const added = addZone(zones);
      setZones(added.draft);
      setSelected(added.key);
    },
    remove: (key: string) => {
      const left = removeZone(zones, key);
      setZones(left.draft);
      setSelected(left.key);
    },
  };
}

export type ZonesDraft = ReturnType<typeof useZonesDraft>;
