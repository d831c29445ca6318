import { describe, expect, it } from 'vitest';
import {
  arrange,
  OfferNumbers,
  summaryOf,
  withFiled,
  withNational,
  withoutTag,
} from '../../../renderer/features/queue/queue-offers.ts';
import { idAt, offer, queueStory } from './samples.ts';

const numbersOf = (found: ReturnType<OfferNumbers['of']>) =>
  Object.fromEntries(found.map((one) => [one.offer.code, one.number]));

describe('offers on screen', () => {
  it('puts rivals side by side where the first of them stands', () => {
    const rivalry = '“Harbour” fits two systems.';
    const offers = [offer('QAA'), offer('QBB', { rivalry }), offer('QCC'), offer('QDD', { rivalry })];
    expect(arrange(offers).map(({ code }) => code)).toEqual(['QAA', 'QBB', 'QDD', 'QCC']);
  });

  it('keeps every number while the story is open', () => {
    const numbers = new OfferNumbers();
    const id = idAt(1);
    expect(numbersOf(numbers.of({ id, offers: [offer('QAA'), offer('QBB'), offer('QCC')] }))).toEqual({
      QAA: 1,
      QBB: 2,
      QCC: 3,
    });
    // One is gone, another has come first: nobody else moves.
    expect(numbersOf(numbers.of({ id, offers: [offer('QDD'), offer('QCC'), offer('QBB')] }))).toEqual({
      QBB: 2,
      QCC: 3,
      QDD: 4,
    });
    expect(numbersOf(numbers.of({ id: idAt(2), offers: [offer('QCC')] }))).toEqual({ QCC: 1 });
  });

  it('says in a row what is still open, the surest first', () => {
    const offers = [
      offer('QAA', { level: 'possible' }),
      offer('QBB', { level: 'named' }),
      offer('QCC', { level: 'possible' }),
      offer('QDD', { level: 'likely', state: 'accepted' }),
    ];
    expect(summaryOf({ id: idAt(1), offers, national: null }).map(({ text }) => text)).toEqual([
      '1 named',
      '2 possible',
    ]);
    expect(summaryOf({ id: idAt(1), offers: [], national: null })).toEqual([]);
  });
});

describe('a decision before the desk has kept it', () => {
  it('files with the reason, and changes the strength of what is filed', () => {
    const filed = withFiled(queueStory([offer('QAA')]), offer('QAA').code, 'about', 'P. Nair');
    expect(filed.offers[0]?.state).toBe('accepted');
    expect(filed.story.tags).toMatchObject([
      { code: 'QAA', strength: 'about', origin: 'suggestion', reason: 'Harbour lies in QAA.' },
    ]);
    const weaker = withFiled(filed, offer('QAA').code, 'mentioned', 'P. Nair');
    expect(weaker.story.tags.map(({ strength }) => strength)).toEqual(['mentioned']);
  });

  it('takes a tag away, with a rejection or without', () => {
    const filed = withFiled(queueStory([offer('QAA')]), offer('QAA').code, 'about', 'P. Nair');
    expect(withoutTag(filed, offer('QAA').code, 'rejected')).toMatchObject({
      offers: [{ state: 'rejected' }],
      story: { tags: [] },
    });
    expect(withoutTag(filed, offer('QAA').code, 'pending').offers[0]?.state).toBe('pending');
  });

  it('sets the national mark whether it was offered or not', () => {
    expect(withNational(queueStory([]), 'accepted')).toMatchObject({ national: null, story: { national: true } });
  });
});
