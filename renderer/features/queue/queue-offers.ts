import type { MethodOutput } from '../../../shared/contract.ts';
import type { StoryId, Strength, SystemCode } from '../../../shared/models.ts';
import { LEVELS, type Level } from '../../../shared/tagging/reasons.ts';
import type { Offer, Offers } from '../../../shared/tagging/suggestions.ts';

/** The open story with its offers. */
export type QueueStory = MethodOutput<'queue.get'>;

/** One number per digit key. */
export const MOST_NUMBERED = 9;

/** Puts rivals next to each other, at the place of the first of them. The best offer comes first. */
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
 * OfferNumbers numbers the open story's offers. While the story stays open a number never changes, whatever is
 * accepted, rejected or learned; new offers come after.
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

/** Summarises a row's offers: pending ones by level, the surest first. */
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

/** Returns the open story as it will be after filing, to show until the desk answers. */
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
