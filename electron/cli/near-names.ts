const MOST_NAMES = 3;

/** The names most like a mistyped one, best first; none when all are far from it. */
export function nearNames(typed: string, names: readonly string[]): string[] {
  const wanted = typed.toLowerCase();
  const near = (name: string): number => {
    const known = name.toLowerCase();
    const distance = editDistance(wanted, known);
    if (distance <= Math.max(1, Math.floor(known.length / 4))) return distance;
    // The second half of a name is what people remember: `story.create` for `stories.create`.
    const [area = '', action = ''] = known.split('.');
    const [typedArea = '', typedAction = ''] = wanted.split('.');
    const isSameArea = area === typedArea || area.startsWith(typedArea.slice(0, 4) || ' ');
    if (isSameArea && typedAction !== '' && editDistance(typedAction, action) <= 2) return 10;
    if (typedArea === action || (typedAction !== '' && typedAction === action)) return 20;
    return isSameArea ? 30 : Number.POSITIVE_INFINITY;
  };
  return names
    .map((name) => ({ name, far: near(name) }))
    .filter(({ far }) => Number.isFinite(far))
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}

/** Levenshtein's distance: letters inserted, removed or replaced. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
