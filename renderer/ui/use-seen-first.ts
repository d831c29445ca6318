import { startTransition, useEffect, useMemo, useState } from 'react';

/**
 * The rows to draw of a list that opens: those in sight at once, and all of them right after. `seen` is as many as
 * most windows have room for.
 */
export function useSeenFirst<T>(rows: readonly T[], seen: number): readonly T[] {
  const [isWhole, setWhole] = useState(rows.length <= seen);
  useEffect(() => startTransition(() => setWhole(true)), []);
  return useMemo(() => (isWhole ? rows : rows.slice(0, seen)), [isWhole, rows, seen]);
}
