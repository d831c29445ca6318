/** Returns the row that a key leads to; null when the key does not move. */
export function stepTarget(key: string, index: number | null, total: number, rowsOnScreen: number): number | null {
  const at = index ?? 0;
  const page = Math.max(1, rowsOnScreen - 1);
  const target = {
    ArrowDown: index === null ? 0 : at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: total - 1,
  }[key];
  return target === undefined || total === 0 ? null : Math.max(0, Math.min(total - 1, target));
}
