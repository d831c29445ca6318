import { SOURCE_FIELDS, type SourceField } from '../../../shared/models.ts';
import { looksGarbled } from '../../files/readers/garbled-text.ts';
import type { ReadStory } from '../../files/readers/read-items.ts';
import type { Changes } from '../core/changes.ts';
import { addressKey } from './source-key.ts';
import { refreshStory, type Story, type StorySourceFields } from './story-rows.ts';

export interface FieldChange {
  field: SourceField;
  was: string | null;
  is: string;
}

export interface Refreshed {
  /** What the source says differently. An editor's own words stay, whatever it says. */
  changes: FieldChange[];
  /** Fields whose newer words were not taken: they are cut off or garbled. */
  kept: { field: SourceField; words: string; why: 'cut-off' | 'garbled' }[];
}

export function sourceFieldsOf(story: ReadStory): StorySourceFields {
  const { label, headline, standfirst, kicker, byline, kind, url, publishedAt, body } = story;
  return { headline, standfirst, kicker, alt: label, byline, kind, url, publishedAt, body };
}

/**
 * Applies what a source says on `seenOn` to a known story. An older day changes no words. A source never erases a
 * field, never replaces words by a mere beginning of them, and never by a garbled copy.
 */
export function refreshFromSource(
  changes: Changes,
  known: Story,
  story: ReadStory,
  key: string,
  seenOn: string,
): Refreshed {
  const fields: Partial<StorySourceFields> = sourceFieldsOf(story);
  const before = { ...known, ...known.sourceWords };
  const result: Refreshed = { changes: [], kept: [] };
  for (const field of SOURCE_FIELDS) {
    const is = fields[field] ?? null;
    const was = before[field];
    if (is === null || is === was) continue;
    // A day says less than the minute of that day, which is known already.
    if (field === 'publishedAt' && was?.slice(0, 10) === is) {
      delete fields[field];
      continue;
    }
    const why = was === null || field === 'publishedAt' || field === 'url' ? null : whyWorse(was, is);
    if (why === null) result.changes.push({ field, was, is });
    else {
      result.kept.push({ field, words: is, why });
      delete fields[field];
    }
  }
  const isRenamed = fields.headline !== undefined && fields.headline !== before.headline;
  const address = story.url === null ? null : addressKey(story.url);
  refreshStory(changes, known, fields, seenOn, {
    // The next file has the headline that this one has.
    ...(isRenamed ? { headlineKey: key } : {}),
    ...(address !== null && !known.sourceKey.startsWith('u:') ? { sourceKey: address } : {}),
  });
  return result;
}

const CUT_MARK = /\s*(?:…|\.{3,}|\[…\]|\[\.{3}\])$/u;
function whyWorse(was: string, is: string): Refreshed['kept'][number]['why'] | null {
  const beginning = is.replace(CUT_MARK, '');
  if (beginning.length < was.length && was.startsWith(beginning)) return 'cut-off';
  return looksGarbled(is) && !looksGarbled(was) ? 'garbled' : null;
}
