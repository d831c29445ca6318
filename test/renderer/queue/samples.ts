import type { QueueStory } from '../../../renderer/features/queue/queue-offers.ts';
import type { StoryDetail, StoryId, SystemCode } from '../../../shared/models.ts';
import type { TextField } from '../../../shared/tagging/reasons.ts';
import type { Offer } from '../../../shared/tagging/suggestions.ts';

export const idAt = (index: number) => `01890a5d-ac96-774b-bcce-b3020000${String(index).padStart(4, '0')}` as StoryId;

export function offer(code: string, more: Partial<Omit<Offer, 'code'>> = {}): Offer {
  return {
    code: code as SystemCode,
    level: 'named',
    reason: { kind: 'place', entity: 'Harbour', phrase: 'Harbour', field: 'headline', start: 0, end: 7 },
    why: `Harbour lies in ${code}.`,
    rivalry: null,
    state: 'pending',
    ...more,
  };
}

export const words = (text: string, phrase: string, field: TextField) => ({
  kind: 'place' as const,
  entity: phrase,
  phrase,
  field,
  start: text.indexOf(phrase),
  end: text.indexOf(phrase) + phrase.length,
});

export function queueStory(offers: Offer[], more: Partial<StoryDetail> = {}): QueueStory {
  const story: StoryDetail = {
    id: idAt(1),
    headline: 'Harbour clinic opens',
    standfirst: null,
    alt: null,
    byline: null,
    kind: 'News',
    url: null,
    publishedAt: '2026-11-19',
    firstSeenOn: '2026-11-20',
    embargoUntil: null,
    national: false,
    withdrawn: false,
    reviewed: false,
    systems: [],
    kicker: null,
    imageAddress: null,
    imageFile: null,
    body: null,
    editedFields: [],
    tags: [],
    review: null,
    sightings: [],
    possibleDuplicates: [],
    ...more,
  };
  return { id: story.id, offers, national: null, story, rejected: [] };
}
