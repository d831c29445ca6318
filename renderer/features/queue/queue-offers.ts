import type { MethodOutput } from '../../../shared/contract.ts';
import type { StoryId, Strength, SystemCode } from '../../../shared/models.ts';
import { LEVELS, type Level } from '../../../shared/tagging/reasons.ts';
import type { Offer, Offers } from '../../../shared/tagging/suggestions.ts';

/** All that lies open in the queue. */
export type QueueStory = MethodOutput<'queue.get'>;

/** As many offers as there are digit keys. */
export const MOST_NUMBERED = 9;

/** Rivals stand together, where the first of them stands; the best offer comes first. */
export function arrange(offers: readonly Offer[]): Offer[] {
  const groups = new Map<string, Offer[]>();
  for (const offer of offers) {
    const key = offer.rivalry === null ? offer.code : `rivals ${offer.rivalry}`;
    groups.set(key, [...(groups.get(key) ?? []), offer]);
  }
  return [...groups.values()].flat();
}

export interface NumberedOffer {
  number: number;
  offer: Offer;
}

/**
 * Gives each offer of the open story its number. While the story stays open the numbers stay: what was 2
 * is 2, whatever has been accepted, rejected or learned since, and what is newly offered comes after.
 */
export class OfferNumbers {
  #story: StoryId | null = null;
  #codes: SystemCode[] = [];

  of({ id, offers }: Pick<Offers, 'id' | 'offers'>): NumberedOffer[] {
    const arranged = arrange(offers);
    if (id !== this.#story) {
      this.#story = id;
      this.#codes = [];
    }
    for (const { code } of arranged) if (!this.#codes.includes(code)) this.#codes.push(code);
    const byCode = new Map(arranged.map((offer) => [offer.code, offer]));
    return this.#codes.flatMap((code, index) => {
      const offer = byCode.get(code);
      return offer ? [{ number: index + 1, offer }] : [];
    });
  }
}

/** What a row says of its offers: pending ones by level, the surest first. */
export function summaryOf({ offers, national }: Offers): { tone: Level | 'national'; text: string }[] {
  const pending = offers.filter((offer) => offer.state === 'pending');
  const parts: { tone: Level | 'national'; text: string }[] = [];
  for (const level of LEVELS) {
    const count = pending.filter((offer) => offer.level === level).length;
    if (count > 0) parts.push({ tone: level, text: `${count} ${level}` });
  }
  if (national?.state === 'pending') parts.push({ tone: 'national', text: 'national' });
  return parts;
}

/** The open story as it will be once the desk has filed it: shown until the desk's own answer is there. */
export function withFiled(data: QueueStory, code: SystemCode, strength: Strength, by: string): QueueStory {
  const offer = data.offers.find((one) => one.code === code);
  const before = data.story.tags.find((tag) => tag.code === code);
  const tag = before
    ? { ...before, strength }
    : {
        code,
        strength,
        origin: offer ? ('suggestion' as const) : ('editor' as const),
        by,
        at: data.story.firstSeenOn,
        reason: offer?.why ?? null,
        evidence: offer ? { ...offer.reason, level: offer.level } : null,
      };
  const tags = before ? data.story.tags.map((one) => (one.code === code ? tag : one)) : [...data.story.tags, tag];
  return {
    ...withState(data, code, 'accepted'),
    story: { ...data.story, tags },
    rejected: data.rejected.filter((one) => one.code !== code),
  };
}

export function withoutTag(data: QueueStory, code: SystemCode, state: Offer['state']): QueueStory {
  return {
    ...withState(data, code, state),
    story: { ...data.story, tags: data.story.tags.filter((tag) => tag.code !== code) },
  };
}

export function withState(data: QueueStory, code: SystemCode, state: Offer['state']): QueueStory {
  return { ...data, offers: data.offers.map((offer) => (offer.code === code ? { ...offer, state } : offer)) };
}

export function withNational(data: QueueStory, state: Offer['state']): QueueStory {
  return {
    ...data,
    national: data.national && { ...data.national, state },
    story: { ...data.story, national: state === 'accepted' },
  };
}

export function nextStrength(strength: Strength): Strength {
  return ({ about: 'affects', affects: 'mentioned', mentioned: 'about' } as const)[strength];
}
