import type { Layout, Teaser } from '../../../shared/models.ts';
import { comparePages } from '../../../shared/pages/page-difference.ts';
import type { PageChange, WordChange } from '../../../shared/pages/versions.ts';
import { cleanLine } from '../../../shared/words/plain-text.ts';
import { hashTeaserWords } from '../../files/export/receipt.ts';
import { changedFields, teaserWords } from '../../files/export/teaser-words.ts';

type PlacedTeaser = Teaser & {
  /** Number on the whole page, from 1. */
  position: number;
  zone: string;
};

/**
 * What happened to a page from one state to another, in sentences. The same comparison as the receipt of an
 * export makes, so that both say the same; and beside it, which words changed and where a teaser went.
 */
export function diffPages(before: Pick<Layout, 'zones'>, after: Pick<Layout, 'zones'>): PageChange[] {
  return comparePages(teasersOn(before), teasersOn(after)).flatMap(({ change, before: from, after: to }) => {
    const teaser = to ?? from;
    if (!teaser) return [];
    const { articleId } = teaser;
    const headline = cleanLine(teaser.headline);
    const say = (what: PageChange['change'], words: WordChange[]): PageChange => {
      return { articleId, headline, change: what, says: sentence(what, headline, from, to, words), words };
    };
    const moved = change === 'kept' ? [] : [say(change, [])];
    const isReworded = from !== null && to !== null && hashTeaserWords(from) !== hashTeaserWords(to);
    return isReworded ? [...moved, say('reworded', wordChanges(from, to))] : moved;
  });
}

function teasersOn({ zones }: Pick<Layout, 'zones'>): (Teaser & { zone: string })[] {
  return zones.flatMap(({ name, teasers }) => teasers.map((teaser) => ({ ...teaser, zone: name })));
}

function sentence(
  change: PageChange['change'],
  headline: string,
  from: PlacedTeaser | null,
  to: PlacedTeaser | null,
  words: readonly WordChange[],
): string {
  const name = `“${headline}”`;
  switch (change) {
    case 'added':
      return `${name} was added at ${to?.position}.`;
    case 'removed':
      return `${name} was removed; it was at ${from?.position}.`;
    case 'moved':
      if (from && from.position === to?.position && from.zone === to.zone) {
        return `${name} is at ${to.position} as before, with other stories around it.`;
      }
      return from && to && from.zone !== to.zone
        ? `${name} moved from ${from.position} in ${from.zone} to ${to.position} in ${to.zone}.`
        : `${name} moved from ${from?.position} to ${to?.position}.`;
    case 'reworded':
      return `${name} ${rewordedSentence(words)}.`;
  }
}

/** `was re-worded: headline, kicker; it has another image now` */
function rewordedSentence(words: readonly WordChange[]): string {
  const image = words.find(({ field }) => field === 'image');
  const fields = words.filter((change) => change !== image).map(({ field }) => FIELD_WORDS[field]);
  const reworded = fields.length === 0 ? [] : [`was re-worded: ${fields.join(', ')}`];
  if (!image) return reworded.join();
  const has =
    image.after === null ? 'has no image now' : image.before === null ? 'has an image now' : 'has another image now';
  return [...reworded, fields.length === 0 ? has : `it ${has}`].join('; ');
}

const FIELD_WORDS: Record<WordChange['field'], string> = {
  headline: 'headline',
  standfirst: 'standfirst',
  kicker: 'kicker',
  alt: 'image label',
  image: 'image',
  dateLine: 'date line',
};

function wordChanges(before: Teaser, after: Teaser): WordChange[] {
  const [old, now] = [teaserWords(before), teaserWords(after)];
  return changedFields(old, now).map((field) => ({ field, before: old[field], after: now[field] }));
}
