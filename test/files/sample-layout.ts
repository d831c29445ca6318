import fc from 'fast-check';
import { type Layout, StoryId, SystemCode, type Teaser } from '../../shared/models.ts';

/** The id of the nth invented story. */
export function articleId(n: number): StoryId {
  return StoryId.parse(`00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`);
}

export function teaser(fields: Partial<Teaser> = {}): Teaser {
  return {
    articleId: articleId(1),
    placed: 'filled',
    why: 'Newest filed here',
    scope: 'system',
    nearby: null,
    headline: 'Ferry service to carry scan results',
    standfirst: 'The last post boat leaves at four, and nobody wants to wait for Monday.',
    kicker: null,
    image: null,
    byline: null,
    kind: null,
    url: null,
    publishedAt: null,
    overrides: [],
    dateLine: null,
    ...fields,
  };
}

export function layout(teasers: Teaser[], fields: Partial<Layout> = {}): Layout {
  return {
    system: {
      code: SystemCode.parse('QJM'),
      slug: 'lincolnshire',
      shortName: 'Lincolnshire',
      boardName: 'NHS Lincolnshire Integrated Care Board',
      region: 'Midlands',
    },
    title: 'Lincolnshire ICS',
    asOf: '2026-11-20',
    zones: [{ id: 'stories', name: 'Stories', limit: 20, prominence: 'standard', teasers }],
    ...fields,
  };
}

/** A page of another system, so that an export has several. */
export function pageOf(slug: string, teasers: Teaser[], asOf = '2026-11-20'): Layout {
  const code = SystemCode.parse(
    `Q${slug
      .slice(0, 4)
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')}`,
  );
  const system = { code, slug, shortName: slug, boardName: `NHS ${slug}`, region: 'Midlands' };
  return layout(teasers, { system, title: `${slug} ICS`, asOf });
}

const NASTY = [
  '<script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '&amp; &lt; &#39; & "quoted" \'single\'',
  ']]> <!-- -->',
  'two\nlines\r\nand\rthree',
  'no\u00a0break\u2009thin\u200bzero\u00adsoft\ufeff',
  '\u2028\u2029\u0085\v\f\t',
  'half a pair \ud83d and \udc00',
  '👩\u200d⚕️ in the lead',
  'nul \u0000 and bell \u0007',
  '2024',
  '21 November 2023',
  'Published: 3 May 2024',
  'Frimley ICS',
  '  leading and trailing  ',
  '{"json": [1]}',
  '=1+1',
  '\u202eright to left',
];

/** Any line somebody may type or paste, of which something shows. */
export const nastyLine = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }) },
    { weight: 2, arbitrary: fc.constantFrom(...NASTY) },
    {
      weight: 1,
      arbitrary: fc.array(fc.constantFrom(...NASTY), { minLength: 2, maxLength: 3 }).map((all) => all.join('')),
    },
  )
  .map((text) => `${text}.`);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 });

const anyTeaser: fc.Arbitrary<Teaser> = fc
  .record({
    headline: fc.oneof(
      { weight: 9, arbitrary: nastyLine },
      { weight: 1, arbitrary: fc.constantFrom('2024', 'May 2024', 'Frimley ICS') },
    ),
    standfirst: maybe(nastyLine),
    kicker: maybe(nastyLine),
    alt: maybe(nastyLine),
    src: maybe(
      fc.oneof(
        nastyLine,
        fc.constantFrom('beds.jpg', 'img/beds%20two.png', 'https://example.org/a.png', '//example.org/a.png', '/a.png'),
        fc.constantFrom(
          'data:image/png;base64,AAAA',
          'javascript:alert(1)',
          'data:text/html,<script>',
          '\\\\host\\a.png',
        ),
      ),
    ),
    url: maybe(
      fc.oneof(
        nastyLine,
        fc.constantFrom('https://example.org/a?b=1&c="2"', 'javascript:alert(1)', 'HTTP://example.org/<x>'),
      ),
    ),
    dateLine: maybe(
      fc.oneof(
        nastyLine,
        fc.constantFrom('21 November 2023', 'Tuesday 21st\u00a0November 2023, 10:15', '31 June 2023'),
      ),
    ),
    publishedAt: maybe(fc.constantFrom('2026-11-02', '2026-11-02T09:30')),
    placed: fc.constantFrom('pinned' as const, 'free' as const, 'filled' as const),
  })
  .map(({ alt, src, ...fields }) => teaser({ ...fields, image: alt === null ? null : { alt, src } }));

export const anyLayout: fc.Arbitrary<Layout> = fc
  .array(fc.array(anyTeaser, { maxLength: 6 }), { maxLength: 3 })
  .map((zones) => {
    let n = 0;
    return layout([], {
      zones: zones.map((teasers, i) => ({
        id: `zone-${i}`,
        name: `Zone <${i}>`,
        limit: 20,
        prominence: 'standard' as const,
        teasers: teasers.map((each) => {
          n += 1;
          return { ...each, articleId: articleId(n) };
        }),
      })),
    });
  });
