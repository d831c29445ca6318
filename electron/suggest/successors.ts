import type { SystemCode } from '../../shared/models.ts';
import type { Register } from '../../shared/systems/register.ts';
import type { Suggestion } from '../../shared/tagging/suggestions.ts';
import { longDay } from '../../shared/words/day-words.ts';

/**
 * Offers for a story filed to a system that has ended: its successor, or each of several successors as possible until
 * something else decides.
 */
export function successorOffers(register: Register, day: string, tags: readonly SystemCode[]): Suggestion[] {
  return tags
    .filter((code) => register.has(code) && !register.isActive(code, day))
    .flatMap((code) => {
      const former = register.get(code);
      const homes = register.homesOn(code, day);
      if (former.activeTo === null || homes.some((home) => tags.includes(home))) return [];
      const ended = `${former.shortName} ended on ${longDay(former.activeTo)}`;
      return homes.map((home): Suggestion => {
        const { shortName } = register.get(home);
        return {
          code: home,
          level: homes.length === 1 ? 'named' : 'possible',
          reason: { kind: 'successor', entity: former.shortName, phrase: '', field: 'headline', start: 0, end: 0 },
          why:
            homes.length === 1
              ? `${ended}; ${shortName} took it over.`
              : `${ended}; ${shortName} took over a part of it.`,
          rivalry: homes.length === 1 ? null : `${ended} and was divided; nothing else in the text decides.`,
        };
      });
    });
}
