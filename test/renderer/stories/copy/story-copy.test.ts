import { expect, test } from 'vitest';
import { storiesAsCsv, storiesAsHtml, storiesAsText } from '../../../../renderer/features/stories/copy/story-copy.ts';
import type { StoryRow } from '../../../../shared/models.ts';

const story = (more: Partial<StoryRow>) =>
  ({
    headline: 'Ward opens',
    standfirst: null,
    url: null,
    publishedAt: null,
    kind: null,
    byline: null,
    alt: null,
    national: false,
    systems: [],
    ...more,
  }) as StoryRow;

test('text has headline, standfirst and address, and a blank line between stories', () => {
  const first = story({ standfirst: 'At last.', url: 'https://example.org/ward' });
  expect(storiesAsText([first, story({ headline: 'Next' })])).toBe(
    'Ward opens\nAt last.\nhttps://example.org/ward\n\nNext',
  );
});

test('HTML links headlines to web addresses only, and escapes words', () => {
  const html = storiesAsHtml([
    story({ headline: 'A <b> & c', url: 'https://example.org/?a=1&b="2"', standfirst: '1 < 2' }),
    story({ url: 'javascript:alert(1)' }),
  ]);
  expect(html).toContain(
    '<li><a href="https://example.org/?a=1&amp;b=&quot;2&quot;">A &lt;b&gt; &amp; c</a><br>1 &lt; 2</li>',
  );
  expect(html).toContain('<li>Ward opens</li>');
});

test.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['says "no"', '"says ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=SUM(A1)', "'=SUM(A1)"],
  ['+44', "'+44"],
  ['-1', "'-1"],
  ['@name, x', '"\'@name, x"'],
])('the CSV cell of %j is %s', (headline, cell) => {
  const csv = storiesAsCsv([story({ headline })]);
  expect(csv).toBe(`Headline,Standfirst,Address,Out,Kind,Byline,Image label,National,Systems\r\n${cell},,,,,,,no,\r\n`);
});
