/**
 * Returns the new answer, reusing the old objects wherever they are equal, so that a list renders only the rows that
 * changed. Answers are plain JSON values.
 */
export function shareEqual<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) {
    const shared = after.map((item, index) => shareEqual(partner(before, item, index), item));
    const isSame = before.length === shared.length && shared.every((item, index) => Object.is(item, before[index]));
    return (isSame ? before : shared) as T;
  }
  if (isRecord(before) && isRecord(after)) {
    const keys = Object.keys(after);
    const values = keys.map((key) => shareEqual(own(before, key), own(after, key)));
    const isSame =
      keys.length === Object.keys(before).length &&
      keys.every((key, index) => Object.hasOwn(before, key) && Object.is(values[index], before[key]));
    // Built from entries: assigning to a field called `__proto__` would lose it.
    const shared = Object.fromEntries(keys.map((key, index) => [key, values[index]]));
    return (isSame ? before : shared) as T;
  }
  return after;
}

/** Rows are matched by id wherever they have moved; other items by index. */
function partner(before: readonly unknown[], item: unknown, index: number): unknown {
  const there = before[index];
  const id = idOf(item);
  if (id === undefined || idOf(there) === id) return there;
  return before.find((candidate) => idOf(candidate) === id);
}

function idOf(item: unknown): unknown {
  if (!isRecord(item)) return undefined;
  return item['id'] ?? item['articleId'] ?? item['placementId'] ?? item['code'];
}

/** Reads own fields only: every object inherits `__proto__` and others. */
function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
