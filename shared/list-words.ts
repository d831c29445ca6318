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
