const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const OR = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** `A`, `A and B`, `A, B and C`; where a name contains "and" or a comma, `A; B; and C and D`. */
export function andList(words: readonly string[]): string {
  if (words.length < 2 || !words.some(hasJoint)) return AND.format(words);
  return [...words.slice(0, -1), `and ${words.at(-1)}`].join('; ');
}

/** As in "Bristol, North Somerset and South Gloucestershire"; a quoted name shows its own end. */
function hasJoint(words: string): boolean {
  return / and |, /.test(words) && !words.startsWith('“');
}

/** `A`, `A or B`, `A, B or C`. */
export function orList(words: readonly string[]): string {
  return OR.format(words);
}

/** The first few of some names, and how many more there are. A single last one is named rather than counted. */
export function firstFew(names: readonly string[], most: number): readonly string[] {
  const more = names.length - most;
  return more > 1 ? [...names.slice(0, most), `${more} more`] : names;
}
