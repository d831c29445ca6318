import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { htmlFragment, writeHtml } from '../../electron/files/writers/html.ts';
import { PAGE_STYLE } from '../../electron/files/writers/html-style.ts';
import type { Layout, Teaser } from '../../shared/models.ts';
import { cleanLine, cleanLineOrNull } from '../../shared/words/plain-text.ts';
import { anyLayout, layout, teaser } from './sample-layout.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const elementsIn = (node: Node): Element[] =>
  childrenOf(node).flatMap((child) => [...(isElement(child) ? [child] : []), ...elementsIn(child)]);
const textIn = (node: Node): string =>
  node.nodeName === '#text' && 'value' in node ? node.value : childrenOf(node).map(textIn).join('');
const attribute = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value;
const named = (node: Node, ...names: string[]) => elementsIn(node).filter(({ tagName }) => names.includes(tagName));

/** Every piece of visible text, with the element that holds it, as a browser would find them. */
function wordsIn(root: Node): Array<[string, string]> {
  return elementsIn(root)
    .filter((element) => element.childNodes.some((child) => child.nodeName === '#text' && textIn(child).trim() !== ''))
    .map((element) => [element.tagName, textIn(element)]);
}

function mainOf(html: string): Element {
  const [main] = named(parse(html), 'main');
  if (main === undefined) throw new Error('The page has no main element');
  return main;
}

const isLinked = ({ url }: Teaser) => url !== null && /^https?:\/\/\S+$/i.test(url) && URL.canParse(url);

function expectedWords(page: Layout): Array<[string, string]> {
  const zones = page.zones.filter(({ teasers }) => teasers.length > 0);
  const isZoned = zones.length > 1;
  if (zones.length === 0)
    return [
      ['h1', page.title],
      ['p', 'There are no stories on this page at present.'],
    ];
  return [
    ['h1', page.title],
    ...zones.flatMap(
      (zone): Array<[string, string]> => [
        ...(isZoned ? [['h2', cleanLine(zone.name)] as [string, string]] : []),
        ...zone.teasers.flatMap((each): Array<[string, string]> => {
          const some = (tag: string, text: string | null): Array<[string, string]> =>
            text === null ? [] : [[tag, text]];
          const label = cleanLineOrNull(each.image?.alt ?? null);
          return [
            ...some('p', cleanLineOrNull(each.kicker)),
            [isLinked(each) ? 'a' : isZoned ? 'h3' : 'h2', cleanLine(each.headline)],
            ...some('p', cleanLineOrNull(each.standfirst)),
            ...some('label', label),
          ];
        }),
      ],
    ),
  ];
}

describe('a page as HTML', () => {
  it('holds exactly the words of the page, whatever they are', () => {
    fc.assert(
      fc.property(anyLayout, (page) => {
        const html = writeHtml(page);
        const main = mainOf(html);
        const words = wordsIn(main).map(([tag, text], i) => [
          expectedWords(page)[i]?.[0] === 'label' ? 'label' : tag,
          text,
        ]);
        expect(words).toEqual(expectedWords(page));
        const tags = new Set(elementsIn(main).map(({ tagName }) => tagName));
        const allowed = ['h1', 'h2', 'h3', 'ol', 'li', 'p', 'a', 'section', 'figure', 'img', 'figcaption'];
        expect([...tags].filter((tag) => !allowed.includes(tag))).toEqual([]);
        expect(named(main, 'li')).toHaveLength(page.zones.flatMap(({ teasers }) => teasers).length);
        expect(writeHtml(page)).toBe(html);
      }),
      { numRuns: 400 },
    );
  });

  it('runs nothing and asks nothing of any other machine', () => {
    fc.assert(
      fc.property(anyLayout, (page) => {
        const document = parse(writeHtml(page));
        for (const element of elementsIn(document)) {
          expect(element.tagName).not.toMatch(/^(script|iframe|object|embed|link|base|form|svg)$/);
          for (const { name, value } of element.attrs) {
            expect(name).not.toMatch(/^on|^style$|srcset/);
            if (name === 'src') expect(value).toMatch(/^(data:image\/[a-z]+;base64,|(?!.*[:\\])(?!\/))/);
            if (name === 'href') expect(new URL(value).protocol).toMatch(/^https?:$/);
          }
        }
        for (const link of named(document, 'a')) expect(attribute(link, 'rel')).toBe('noopener noreferrer');
      }),
      { numRuns: 200 },
    );
  });

  it('allows its own style by hash, and nothing else', () => {
    const document = parse(writeHtml(layout([teaser()])));
    const [style] = named(document, 'style');
    expect(style && textIn(style)).toBe(PAGE_STYLE);
    const hash = createHash('sha256').update(PAGE_STYLE).digest('base64');
    const policy = named(document, 'meta').find((meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy');
    expect(policy && attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; base-uri 'none'; form-action 'none'`,
    );
    expect(PAGE_STYLE).not.toMatch(/url\(|@import|@font-face/);
  });

  it('names its language and title, and links a headline to its story', () => {
    const html = writeHtml(layout([teaser({ url: 'https://example.org/a?b=1&c="2"' })], { title: 'A & B <ICS>' }));
    const document = parse(html);
    expect(named(document, 'html').map((each) => attribute(each, 'lang'))).toEqual(['en-GB']);
    expect(named(document, 'title').map(textIn)).toEqual(['A & B <ICS>']);
    expect(named(document, 'a').map((each) => attribute(each, 'href'))).toEqual(['https://example.org/a?b=1&c="2"']);
    expect(html.startsWith('<!doctype html>\n')).toBe(true);
  });

  it('shows a picture only if it lies with the page, its label always', () => {
    const image = (src: string | null) =>
      named(mainOf(writeHtml(layout([teaser({ image: { alt: 'Ferry', src } })]))), 'img');
    for (const src of ['ferry.jpg', 'img/two%20boats.png', '../ferry.jpg', 'data:image/png;base64,AAAA']) {
      expect(image(src).map((each) => [attribute(each, 'src'), attribute(each, 'alt')])).toEqual([[src, '']]);
    }
    for (const src of [
      null,
      'https://example.org/a.png',
      '//example.org/a.png',
      '/a.png',
      '\\\\host\\a.png',
      'a b.png',
      ' //x/y',
    ]) {
      expect(image(src)).toEqual([]);
    }
    expect(writeHtml(layout([teaser({ image: { alt: 'Ferry', src: 'https://example.org/a.png' } })]))).toContain(
      '<p class="label">Ferry</p>',
    );
  });

  it('heads zones only where there are several', () => {
    const zone = (name: string, teasers: Teaser[]) => ({
      id: name,
      name,
      limit: 5,
      prominence: 'standard' as const,
      teasers,
    });
    const two = writeHtml(
      layout([], { zones: [zone('Lead', [teaser()]), zone('More', [teaser()]), zone('Empty', [])] }),
    );
    expect(named(mainOf(two), 'h2').map(textIn)).toEqual(['Lead', 'More']);
    expect(named(mainOf(two), 'section').map((each) => attribute(each, 'aria-labelledby'))).toEqual([
      'zone-1',
      'zone-2',
    ]);
    const one = writeHtml(layout([], { zones: [zone('Lead', [teaser()]), zone('Empty', [])] }));
    expect(named(mainOf(one), 'section')).toEqual([]);
  });
});

describe('a page for pasting', () => {
  it('is headlines, words and links, nothing else', () => {
    expect(
      htmlFragment(
        layout([
          teaser({ headline: 'A <b>', standfirst: null, url: 'https://example.org/', kicker: 'Opinion' }),
          teaser({ headline: 'B', standfirst: 'C & D', image: { alt: 'Ferry', src: 'a.png' } }),
        ]),
      ),
    ).toBe(
      '<p>Opinion</p>\n<h2><a href="https://example.org/" rel="noopener noreferrer">A &lt;b&gt;</a></h2>\n<h2>B</h2>\n<p>C &amp; D</p>\n',
    );
  });

  it('lets nothing break out of it', () => {
    fc.assert(
      fc.property(anyLayout, (page) => {
        const fragment = parseFragment(htmlFragment(page));
        expect(elementsIn(fragment).filter(({ tagName }) => !['h2', 'h3', 'p', 'a'].includes(tagName))).toEqual([]);
        const headlines = page.zones.flatMap(({ teasers }) => teasers).map(({ headline }) => cleanLine(headline));
        const zones = page.zones.filter(({ teasers }) => teasers.length > 0);
        expect(named(fragment, zones.length > 1 ? 'h3' : 'h2').map(textIn)).toEqual(headlines);
      }),
    );
  });
});
