/**
 * The new answer, built from the old one wherever the two say the same: what did not change keeps its
 * identity, so a list draws only the rows that did. Answers are plain JSON values.
 */
export function shareEqual<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) {
    const shared = after.map((item, index) => shareEqual(partner(before, item, index), item));
    const isSame = before.length === shared.length && shared.every((item, index) => Object.is(item, before[index]));
    return (isSame ? before : shared) as T;
  }
  if (isRecord(before) && isRecord(after)) {
    const shared: Record<string, unknown> = {};
    const keys = Object.keys(after);
    let isSame = keys.length === Object.keys(before).length;
    for (const key of keys) {
      shared[key] = shareEqual(before[key], after[key]);
      if (!Object.is(shared[key], before[key]) || !(key in before)) isSame = false;
    }
    return (isSame ? before : shared) as T;
  }
  return after;
}

/** Rows are recognised by their id wherever they have moved to; other items by where they stand. */
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
