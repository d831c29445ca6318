import { imageNameIn } from '../../../shared/images.ts';
import type { Layout, Teaser } from '../../../shared/models.ts';
import type { PageChange, WordChange } from '../../../shared/pages/versions.ts';
import { listChanges, wordsOf } from '../../files/export/receipt.ts';
import { cleanLineOrNull } from '../../files/plain-text.ts';

interface Stood {
  teaser: Teaser;
  /** Number on the whole page, from 1. */
  position: number;
  zone: string;
}

/**
 * What happened to a page from one state to another, in sentences. The same comparison as the receipt of an
 * export makes, so that both say the same; and beside it, which words changed and where a teaser went.
 */
export function diffPages(before: Pick<Layout, 'zones'>, after: Pick<Layout, 'zones'>): PageChange[] {
  const [old, now] = [stoodOn(before), stoodOn(after)];
  const asReceipt = (list: readonly Stood[]) =>
    list.map(({ teaser, zone }) => ({
      articleId: teaser.articleId,
      headline: teaser.headline,
      words: wordsOf(teaser),
      zone,
    }));
  const oldById = new Map(old.map((stood) => [stood.teaser.articleId, stood]));
  const nowById = new Map(now.map((stood) => [stood.teaser.articleId, stood]));
  return listChanges(asReceipt(old), asReceipt(now)).map(({ articleId, headline, change }): PageChange => {
    const from = oldById.get(articleId);
    const to = nowById.get(articleId);
    const words = change === 'reworded' && from && to ? wordChanges(from.teaser, to.teaser) : [];
    return { articleId, headline, change, says: sentence(change, headline, from, to, words), words };
  });
}

function stoodOn({ zones }: Pick<Layout, 'zones'>): Stood[] {
  return zones
    .flatMap(({ name, teasers }) => teasers.map((teaser) => ({ teaser, zone: name })))
    .map((stood, index) => ({ ...stood, position: index + 1 }));
}

function sentence(
  change: PageChange['change'],
  headline: string,
  from: Stood | undefined,
  to: Stood | undefined,
  words: readonly WordChange[],
): string {
  const name = `“${headline}”`;
  switch (change) {
    case 'added':
      return `${name} was added at ${to?.position}.`;
    case 'removed':
      return `${name} was removed; it was at ${from?.position}.`;
    case 'moved':
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
  const wordsIn = (teaser: Teaser): Record<WordChange['field'], string | null> => ({
    headline: cleanLineOrNull(teaser.headline),
    standfirst: cleanLineOrNull(teaser.standfirst),
    kicker: cleanLineOrNull(teaser.kicker),
    alt: cleanLineOrNull(teaser.image?.alt ?? null),
    // An address on the web shows nothing on the page, so a reader does not see it change.
    image: imageNameIn(teaser.image?.src) === null ? null : (teaser.image?.src ?? null),
    dateLine: cleanLineOrNull(teaser.dateLine),
  });
  const [old, now] = [wordsIn(before), wordsIn(after)];
  return (Object.keys(FIELD_WORDS) as WordChange['field'][])
    .filter((field) => old[field] !== now[field])
    .map((field) => ({ field, before: old[field], after: now[field] }));
}
