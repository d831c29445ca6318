import { LEVELS, type Suggestion } from '../../shared/tagging/suggestions.ts';

/**
 * Merges suggestions from the words, from earlier stories and from the register: at most one per system, the surest
 * first, equals in the order given.
 */
export function mergeSuggestions(...lists: readonly (readonly Suggestion[])[]): Suggestion[] {
  const best = new Map<string, Suggestion>();
  for (const suggestion of lists.flat()) {
    const known = best.get(suggestion.code);
    if (!known || rank(suggestion) < rank(known)) best.set(suggestion.code, suggestion);
  }
  return [...best.values()].sort((a, b) => rank(a) - rank(b));
}

function rank({ level }: Suggestion): number {
  return LEVELS.indexOf(level);
}
