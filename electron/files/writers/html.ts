import { createHash } from 'node:crypto';
import type { Layout, Teaser } from '../../../shared/models.ts';
import { escapeHtml } from '../../../shared/words/escape-html.ts';
import { cleanLine, cleanLineOrNull } from '../../../shared/words/plain-text.ts';
import { PAGE_STYLE } from './html-style.ts';
import { formatNearby, shownHeadline } from './text.ts';

/** The policy allows the style by its own hash, so that no other style applies; nothing else may load or run. */
const STYLE_HASH = createHash('sha256').update(PAGE_STYLE).digest('base64');
const CONTENT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A page as a complete document: no script, no request, and the same bytes for the same layout. */
export function writeHtml(layout: Layout): string {
  const title = escapeHtml(cleanLine(layout.title));
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${writeZones(layout)}
</main>
</body>
</html>
`;
}

/** Only the stories, in the simplest tags, for pasting into the editor of a web CMS. */
export function htmlFragment(layout: Layout): string {
  const zones = shownZones(layout);
  const level = zones.length > 1 ? 3 : 2;
  return zones
    .flatMap((zone) => [
      ...(zones.length > 1 ? [`<h2>${escapeHtml(cleanLine(zone.name))}</h2>\n`] : []),
      ...zone.teasers.map((teaser) => {
        const kicker = cleanLineOrNull(teaser.kicker);
        const standfirst = cleanLineOrNull(teaser.standfirst);
        return [
          teaser.nearby ? `<p>${escapeHtml(formatNearby(teaser.nearby))}</p>\n` : '',
          kicker === null ? '' : `<p>${escapeHtml(kicker)}</p>\n`,
          `<h${level}>${linkedHeadline(teaser)}</h${level}>\n`,
          standfirst === null ? '' : `<p>${escapeHtml(standfirst)}</p>\n`,
        ].join('');
      }),
    ])
    .join('');
}

type Zone = Layout['zones'][number];

/** A zone without a teaser shows nothing, not even its heading. */
export function shownZones(layout: Layout): Zone[] {
  return layout.zones.filter((zone) => zone.teasers.length > 0);
}

function writeZones(layout: Layout): string {
  const zones = shownZones(layout);
  const [only, ...others] = zones;
  if (only === undefined) return '<p class="empty">There are no stories on this page at present.</p>';
  if (others.length === 0) return writeList(only, 2);
  return zones
    .map(
      (zone, i) => `<section aria-labelledby="zone-${i + 1}">
<h2 class="zone" id="zone-${i + 1}">${escapeHtml(cleanLine(zone.name))}</h2>
${writeList(zone, 3)}
</section>`,
    )
    .join('\n');
}

/** `role` keeps this a list for VoiceOver, which drops list semantics where the style hides the numbers. */
function writeList(zone: Zone, level: 2 | 3): string {
  return `<ol role="list" class="${zone.prominence}">\n${zone.teasers.map((teaser) => writeTeaser(teaser, level)).join('\n')}\n</ol>`;
}

function writeTeaser(teaser: Teaser, level: 2 | 3): string {
  const kicker = cleanLineOrNull(teaser.kicker);
  const standfirst = cleanLineOrNull(teaser.standfirst);
  const parts = [
    teaser.nearby && `<p class="nearby">${escapeHtml(formatNearby(teaser.nearby))}</p>`,
    kicker === null ? null : `<p class="kicker">${escapeHtml(kicker)}</p>`,
    `<h${level}>${linkedHeadline(teaser)}</h${level}>`,
    standfirst === null ? null : `<p class="standfirst">${escapeHtml(standfirst)}</p>`,
    writeImage(teaser),
  ];
  return `<li>\n${parts.filter((part) => part !== null).join('\n')}\n</li>`;
}

/** The label is text below the picture, so the picture's own `alt` is empty for screen readers. */
function writeImage({ image }: Teaser): string | null {
  const label = cleanLineOrNull(image?.alt ?? null);
  const src = image?.src ?? null;
  if (src === null || !isLocalImage(src)) return label === null ? null : `<p class="label">${escapeHtml(label)}</p>`;
  const caption = label === null ? '' : `\n<figcaption class="label">${escapeHtml(label)}</figcaption>`;
  // The size reserves the space while the picture loads, so that the text below does not move.
  const size = image?.width && image.height ? ` width="${image.width}" height="${image.height}"` : '';
  return `<figure>\n<img src="${escapeHtml(src)}" alt=""${size} loading="lazy">${caption}\n</figure>`;
}

function linkedHeadline(teaser: Teaser): string {
  const headline = escapeHtml(shownHeadline(teaser));
  if (teaser.url === null || !isWebAddress(teaser.url)) return headline;
  return `<a href="${escapeHtml(teaser.url)}" rel="noopener noreferrer">${headline}</a>`;
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(url) && URL.canParse(url);
}

/**
 * A picture must load without any request to another machine: it is inside the page or a file beside it. Browsers skip
 * some characters in an address and read `\` as `/`, so a path may contain only characters without special meaning.
 */
function isLocalImage(src: string): boolean {
  if (/^data:image\/[a-z0-9.+-]+;base64,[a-z0-9+/=]+$/i.test(src)) return true;
  return /^(?:[\w.~%-]+\/)*[\w.~%-]+$/.test(src);
}
