const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const OR = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** `A`, `A and B`, `A, B and C`. */
export function andList(words: readonly string[]): string {
  return AND.format(words);
}

/** `A`, `A or B`, `A, B or C`. */
export function orList(words: readonly string[]): string {
  return OR.format(words);
}

/** The first few of some names, and how many more there are; a last one is named rather than counted. */
export function firstFew(names: readonly string[], most: number): readonly string[] {
  const more = names.length - most;
  return more > 1 ? [...names.slice(0, most), `${more} more`] : names;
}
