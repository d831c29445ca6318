import type { Layout, Teaser, TeaserImage } from '../../../shared/models.ts';
import { cleanLine, cleanLineOrNull } from '../../../shared/words/plain-text.ts';

/** `index.json`, described by resources/schema/page.schema.json: every key is always there, unknown values are null. */
export function writeJson(layout: Layout): string {
  return `${JSON.stringify(pageAsData(layout), null, 2)}\n`;
}

/** The value of `index.json`, with its order of keys. */
function pageAsData({ system, title, asOf, zones }: Layout) {
  return {
    version: 1,
    system: {
      code: system.code,
      slug: system.slug,
      shortName: system.shortName,
      boardName: system.boardName,
      region: system.region,
    },
    title: cleanLine(title),
    asOf,
    zones: zones.map(({ name, limit, prominence, teasers }) => ({
      name: cleanLine(name),
      limit,
      prominence,
      teasers: teasers.map(teaserAsData),
    })),
  };
}

/** Fields are listed one by one, so that a field added to the layout does not enter a promised format. */
function teaserAsData(teaser: Teaser) {
  return {
    articleId: teaser.articleId,
    placed: teaser.placed,
    why: teaser.why,
    scope: teaser.scope,
    nearby: teaser.nearby && {
      code: teaser.nearby.code,
      slug: teaser.nearby.slug,
      shortName: teaser.nearby.shortName,
    },
    headline: cleanLine(teaser.headline),
    standfirst: cleanLineOrNull(teaser.standfirst),
    kicker: cleanLineOrNull(teaser.kicker),
    image: teaser.image === null ? null : imageAsData(teaser.image),
    byline: cleanLineOrNull(teaser.byline),
    kind: cleanLineOrNull(teaser.kind),
    url: teaser.url,
    publishedAt: teaser.publishedAt,
    overrides: teaser.overrides,
  };
}

function imageAsData({ alt, src, width, height }: TeaserImage) {
  return { alt: cleanLine(alt), src, width: width ?? null, height: height ?? null };
}
