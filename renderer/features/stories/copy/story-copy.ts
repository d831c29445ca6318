import type { StoryRow } from '../../../../shared/models.ts';
import { escapeHtml } from '../../../../shared/words/escape-html.ts';

/** Stories for other programs: as text, as HTML and as CSV. */

export function storiesAsText(stories: readonly StoryRow[]): string {
  return stories
    .map(({ headline, standfirst, url }) => [headline, standfirst, url].filter(Boolean).join('\n'))
    .join('\n\n');
}

export function storiesAsHtml(stories: readonly StoryRow[]): string {
  const items = stories.map(({ headline, standfirst, url }) => {
    const words = escapeHtml(headline);
    const linked = url && /^https?:/i.test(url) ? `<a href="${escapeHtml(url)}">${words}</a>` : words;
    return `<li>${linked}${standfirst ? `<br>${escapeHtml(standfirst)}` : ''}</li>`;
  });
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

const COLUMNS: readonly (readonly [string, (story: StoryRow) => string | null])[] = [
  ['Headline', (story) => story.headline],
  ['Standfirst', (story) => story.standfirst],
  ['Address', (story) => story.url],
  ['Out', (story) => story.publishedAt],
  ['Kind', (story) => story.kind],
  ['Byline', (story) => story.byline],
  ['Image label', (story) => story.alt],
  ['National', (story) => (story.national ? 'yes' : 'no')],
  ['Systems', (story) => story.systems.map(({ code }) => code).join(' ')],
];

/** CSV as RFC 4180 has it: a header row, and lines that end in CRLF. */
export function storiesAsCsv(stories: readonly StoryRow[]): string {
  const rows = [COLUMNS.map(([name]) => name), ...stories.map((story) => COLUMNS.map(([, read]) => read(story) ?? ''))];
  return rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

/** A spreadsheet would run a cell that begins like a formula, so an apostrophe makes it text. */
function toCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
