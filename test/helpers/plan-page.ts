import type { Placed, StoryId } from '../../shared/models.ts';
import type { PageSlot, PlanPage } from '../../shared/pages/plan-page.ts';

/**
 * `a b* c+ | d`: two zones; the second teaser is pinned, the third placed, the others are fills. A zone holds as many
 * as are in it, unless a limit is given.
 */
export function planPage(text: string, limits: readonly number[] = []): PlanPage {
  let position = 0;
  const zones = text.split('|').map((part, index) => {
    const words = part.split(' ').filter(Boolean);
    const slots = words.map((word, at): PageSlot => {
      position += 1;
      const placed: Placed = word.endsWith('*') ? 'pinned' : word.endsWith('+') ? 'free' : 'filled';
      const storyId = word.replace(/[*+]/, '') as StoryId;
      const rank = `${String(position).padStart(3, '0')}5`;
      return { storyId, placed, rank, pinNumber: placed === 'pinned' ? at + 1 : null };
    });
    return { id: `zone ${index}`, name: `Zone ${index}`, limit: limits[index] ?? slots.length, slots };
  });
  return { zones, hidden: [], topRank: '0' };
}
