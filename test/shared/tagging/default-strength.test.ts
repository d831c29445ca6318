import { describe, expect, it } from 'vitest';
import type { SystemCode } from '../../../shared/models.ts';
import { defaultStrength } from '../../../shared/tagging/default-strength.ts';
import type { Level, TextField } from '../../../shared/tagging/reasons.ts';
import type { Offer } from '../../../shared/tagging/suggestions.ts';

function offer(code: string, level: Level, field: TextField, more: Partial<Offer> = {}): Offer {
  return {
    code: code as SystemCode,
    level,
    reason: { kind: 'place', entity: 'Harbour', phrase: 'Harbour', field, start: 0, end: 7 },
    why: 'Harbour lies there.',
    rivalry: null,
    state: 'pending',
    ...more,
  };
}
const strengthOf = (first: Offer, ...others: Offer[]) => defaultStrength(first, [first, ...others]);

describe('the strength an offer is accepted with', () => {
  it('is about where headline or standfirst speak for it', () => {
    expect(strengthOf(offer('QAA', 'possible', 'headline'), offer('QBB', 'named', 'standfirst'))).toBe('about');
    expect(strengthOf(offer('QAA', 'likely', 'standfirst'))).toBe('about');
  });

  it('is about where the image label alone says where the story plays', () => {
    expect(strengthOf(offer('QAA', 'named', 'alt'))).toBe('about');
    expect(strengthOf(offer('QAA', 'named', 'alt'), offer('QBB', 'named', 'body'))).toBe('about');
  });

  it('is affects where the story names another system on top', () => {
    expect(strengthOf(offer('QAA', 'named', 'alt'), offer('QBB', 'named', 'headline'))).toBe('affects');
    expect(strengthOf(offer('QAA', 'possible', 'body'), offer('QBB', 'likely', 'standfirst'))).toBe('affects');
  });

  it('is not led by what is less sure, rejected, or its own rival', () => {
    expect(strengthOf(offer('QAA', 'named', 'alt'), offer('QBB', 'possible', 'headline'))).toBe('about');
    expect(strengthOf(offer('QAA', 'named', 'alt'), offer('QBB', 'named', 'headline', { state: 'rejected' }))).toBe(
      'about',
    );
    const rivalry = '“Harbour” fits two systems.';
    expect(
      strengthOf(offer('QAA', 'possible', 'alt', { rivalry }), offer('QBB', 'possible', 'headline', { rivalry })),
    ).toBe('about');
  });
});
