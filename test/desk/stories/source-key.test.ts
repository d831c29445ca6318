import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalUrl,
  datesAgree,
  headlineKey,
  newSourceKey,
  normaliseHeadline,
} from '../../../electron/desk/stories/source-key.ts';

describe('source keys', () => {
  test('an address is the same whatever it carries along', () => {
    const plain = canonicalUrl('https://example.org/local/7012345.article');
    expect(canonicalUrl('http://www.EXAMPLE.org/local/7012345.article/?utm_source=mail&fbclid=x#top')).toBe(plain);
    expect(canonicalUrl('https://example.org/local/7012346.article')).not.toBe(plain);
    expect(canonicalUrl('mailto:desk@example.org')).toBeNull();
  });

  test('a headline is the same with other quotes, dashes, case and blanks', () => {
    expect(headlineKey('Trust’s ‘hard choices’ – who pays?')).toBe(headlineKey("TRUST'S 'Hard  Choices' - who pays?"));
    expect(normaliseHeadline('Beds & bays: £3m plan')).toBe('beds and bays £3m plan');
    expect(headlineKey('???')).not.toBe(headlineKey('!!!'));
  });

  test('stories with one headline get keys of their own', () => {
    const story = { headline: 'Ward round', url: null, publishedAt: null };
    const taken = new Set<string>();
    for (let i = 0; i < 3; i += 1) taken.add(newSourceKey(story, taken));
    expect(taken.size).toBe(3);
    const dated = newSourceKey({ ...story, publishedAt: '2026-03-02T09:00' }, taken);
    expect(dated).toContain('@2026-03-02');
    expect(newSourceKey({ ...story, url: 'https://example.org/a' }, taken)).toMatch(/^u:/);
  });

  test('any number of equal headlines never share a key', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom('2026-01-01', '2026-06-01'))), (days) => {
        const taken = new Set<string>();
        for (const publishedAt of days) {
          const key = newSourceKey({ headline: 'Same', url: null, publishedAt }, taken);
          expect(taken.has(key)).toBe(false);
          taken.add(key);
        }
      }),
    );
  });

  test('thirty days apart is one story, more is two; the undated agree with all', () => {
    expect(datesAgree('2026-01-01', '2026-01-31')).toBe(true);
    expect(datesAgree('2026-01-01', '2026-02-01')).toBe(false);
    expect(datesAgree(null, '2026-02-01')).toBe(true);
  });
});
