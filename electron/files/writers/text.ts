import type { Layout, Teaser } from '../../../shared/models.ts';
import { cleanLine, cleanLineOrNull } from '../../../shared/words/plain-text.ts';
import { readDateLine } from '../readers/dates.ts';

/**
 * A page in the shape of a capture, so that importing an exported page gives the same stories. Line breaks inside a
 * line become spaces. Zones follow each other without a mark. One case is ambiguous when read back: a headline or
 * teaser that is only a date.
 */
export function writeText(layout: Layout): string {
  const stories = layout.zones.flatMap((zone) => zone.teasers).map(writeStory);
  return [`${cleanLine(layout.title)}\n\n`, ...stories].join('').trimEnd();
}

function writeStory(teaser: Teaser): string {
  const label = cleanLineOrNull(teaser.image?.alt ?? null);
  const own = cleanLineOrNull(teaser.standfirst);
  // A capture has no other line that a reader would take for the page's own words.
  const standfirst = teaser.nearby ? [`${formatNearby(teaser.nearby)}.`, own].filter(Boolean).join(' ') : own;
  return `${label === null ? '' : `${label}\n`}\n${shownHeadline(teaser)}${shownDate(teaser)}\n\n\n${standfirst ?? ''}\n\n`;
}

/** The words that readers see at a story which a thin page has borrowed. */
export function formatNearby({ shortName }: { shortName: string }): string {
  return `From ${cleanLine(shortName)}`;
}

/** A headline of invisible characters only would leave the record without the line that defines it. */
export function shownHeadline(teaser: Teaser): string {
  return cleanLine(teaser.headline) || 'No headline';
}

/** A date goes directly under the headline; any other text there would break the shape of a capture. */
function shownDate(teaser: Teaser): string {
  const date = cleanLineOrNull(teaser.dateLine);
  return date !== null && readDateLine(date) !== null ? `\n${date}` : '';
}
