import { startTransition, useEffect, useMemo, useState } from 'react';

/**
 * Returns the rows to render when a list opens: the visible ones at once, all of them right after. `seen` is about
 * the number of rows that fit in a window.
 */
export function useSeenFirst<T>(rows: readonly T[], seen: number): readonly T[] {
  const [isWhole, setWhole] = useState(rows.length <= seen);
  useEffect(() => startTransition(() => setWhole(true)), []);
  return useMemo(() => (isWhole ? rows : rows.slice(0, seen)), [isWhole, rows, seen]);
}
