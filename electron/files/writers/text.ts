import type { Layout, Teaser } from '../../../shared/models.ts';
import { cleanLine, cleanLineOrNull } from '../plain-text.ts';
import { readDateLine } from '../readers/dates.ts';

/**
 * A page in the shape of a capture, so that importing what was exported gives the same stories.
 * A line stays one line: breaks inside it become blanks. Zones follow each other without a mark.
 * One thing a capture cannot always tell: a headline or teaser that is a date and nothing else.
 */
export function writeText(layout: Layout): string {
  const stories = layout.zones.flatMap((zone) => zone.teasers).map(writeStory);
  return [`${cleanLine(layout.title)}\n\n`, ...stories].join('').trimEnd();
}

function writeStory(teaser: Teaser): string {
  const label = cleanLineOrNull(teaser.image?.alt ?? null);
  const own = cleanLineOrNull(teaser.standfirst);
  // A capture has no other line that a reader would take for the page's own word.
  const standfirst = teaser.nearby ? [`${nearbyWords(teaser.nearby)}.`, own].filter(Boolean).join(' ') : own;
  return `${label === null ? '' : `${label}\n`}\n${shownHeadline(teaser)}${shownDate(teaser)}\n\n\n${standfirst ?? ''}\n\n`;
}

/** What readers are told of a story that a thin page has borrowed. */
export function nearbyWords({ shortName }: { shortName: string }): string {
  return `From ${cleanLine(shortName)}`;
}

/** A headline of unseen characters only would leave its record without the line that everything hangs on. */
export function shownHeadline(teaser: Teaser): string {
  return cleanLine(teaser.headline) || 'No headline';
}

/** A date goes directly under the headline; anything else there would be no capture any more. */
function shownDate(teaser: Teaser): string {
  const date = cleanLineOrNull(teaser.dateLine);
  return date !== null && readDateLine(date) !== null ? `\n${date}` : '';
}
