import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePage, writePageFiles } from '../../electron/files/writers/index.ts';
import { writeJson } from '../../electron/files/writers/json.ts';
import { EXPORT_FORMATS } from '../../shared/models.ts';
import { cleanLine, cleanLineOrNull } from '../../shared/words/plain-text.ts';
import { anyLayout, layout, teaser } from './sample-layout.ts';

const schema: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('../../resources/schema/page.schema.json', import.meta.url), 'utf8'),
);
const isValid = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

describe('a page as JSON', () => {
  it('has every promised key, in order, with null for what is unknown', () => {
    const page = layout([teaser({ image: { alt: 'Ferry', src: null }, overrides: ['headline'] })]);
    expect(writeJson(page)).toBe(`{
  "version": 1,
  "system": {
    "code": "QJM",
    "slug": "lincolnshire",
    "shortName": "Lincolnshire",
    "boardName": "NHS Lincolnshire Integrated Care Board",
    "region": "Midlands"
  },
  "title": "Lincolnshire ICS",
  "asOf": "2026-11-20",
  "zones": [
    {
      "name": "Stories",
      "limit": 20,
      "prominence": "standard",
      "teasers": [
        {
          "articleId": "00000000-0000-7000-8000-000000000001",
          "placed": "filled",
          "why": "Newest filed here",
          "scope": "system",
          "nearby": null,
          "headline": "Ferry service to carry scan results",
          "standfirst": "The last post boat leaves at four, and nobody wants to wait for Monday.",
          "kicker": null,
          "image": {
            "alt": "Ferry",
            "src": null,
            "width": null,
            "height": null
          },
          "byline": null,
          "kind": null,
          "url": null,
          "publishedAt": null,
          "overrides": [
            "headline"
          ]
        }
      ]
    }
  ]
}
`);
  });

  it('fits its schema and carries the same clean words as the other formats', () => {
    fc.assert(
      fc.property(anyLayout, (page) => {
        const value: unknown = JSON.parse(writeJson(page));
        expect(isValid(value), JSON.stringify(isValid.errors)).toBe(true);
        expect(value).toMatchObject({
          zones: page.zones.map((zone) => ({
            teasers: zone.teasers.map(({ headline, standfirst, image }) => ({
              headline: cleanLine(headline),
              standfirst: cleanLineOrNull(standfirst),
              image: image && { ...image, alt: cleanLine(image.alt) },
            })),
          })),
        });
      }),
    );
  });

  it('leaves out what a page holds for Patchdesk’s own use', () => {
    const inner = { ...layout([]), active: true, waiting: [] };
    expect(Object.keys(JSON.parse(writeJson(inner)))).toEqual(['version', 'system', 'title', 'asOf', 'zones']);
  });

  it('does not fit its schema with a key missing or a word out of place', () => {
    const page = () => JSON.parse(writeJson(layout([teaser()])));
    for (const spoil of [
      (value: ReturnType<typeof page>) => delete value.zones[0].teasers[0].kicker,
      (value: ReturnType<typeof page>) => delete value.system.region,
      (value: ReturnType<typeof page>) => {
        value.version = 2;
      },
      (value: ReturnType<typeof page>) => {
        value.zones[0].teasers[0].placed = 'kept';
      },
      (value: ReturnType<typeof page>) => {
        value.zones[0].teasers[0].publishedAt = '21 November 2023';
      },
    ]) {
      const value = page();
      expect(isValid(value)).toBe(true);
      spoil(value);
      expect(isValid(value)).toBe(false);
    }
  });
});

describe('a page in several formats', () => {
  it('has a file for each, once', () => {
    const page = layout([teaser()]);
    expect(writePageFiles(page, [...EXPORT_FORMATS, 'text']).map(({ name }) => name)).toEqual([
      'index.txt',
      'index.html',
      'index.json',
    ]);
    expect(writePage(page, 'json').content).toBe(writeJson(page));
  });
});
