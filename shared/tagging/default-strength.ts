import type { Strength } from '../models.ts';
import { LEVELS } from './reasons.ts';
import type { Offer } from './suggestions.ts';

type Case = Pick<Offer, 'code' | 'level' | 'reason' | 'rivalry' | 'state'>;

/** Headline and standfirst are what a story is about; a label or a line in the body may only touch on a place. */
const isOnTop = ({ reason }: Case) => reason.field === 'headline' || reason.field === 'standfirst';

/**
 * The strength of an accepted offer when the editor gives none. It is `about`, unless its words are only in the image
 * label or the body while headline or standfirst support another system at least as strongly: then the story is about
 * that one and `affects` this one. Rivals do not count, because at most one of them is meant.
 */
export function defaultStrength(offer: Case, offers: readonly Case[]): Strength {
  if (isOnTop(offer)) return 'about';
  const isLed = offers.some(
    (other) =>
      other.code !== offer.code &&
      other.state !== 'rejected' &&
      isOnTop(other) &&
      LEVELS.indexOf(other.level) <= LEVELS.indexOf(offer.level) &&
      (other.rivalry === null || other.rivalry !== offer.rivalry),
  );
  return isLed ? 'affects' : 'about';
}
