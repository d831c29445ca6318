import { describe, expect, it } from 'vitest';
import { formatSearchNotice, isWordless, searchWords } from '../../../shared/words/search-words.ts';

describe('a search', () => {
  it('is made of words that hold a letter or a digit', () => {
    expect(searchWords(' Ysbyty – Gŵyl, 62-day ')).toEqual(['Ysbyty', 'Gŵyl,', '62-day']);
  });

  it.each(['???', '%', '-', '🩺', '\u0000'])('of %j holds nothing to search for', (text) => {
    expect(isWordless(text)).toBe(true);
    expect(formatSearchNotice(text)).toContain('no word');
  });

  it.each(['', '  ', 'a', '7', '🩺 ward'])('of %j is no mistake', (text) => {
    expect(isWordless(text)).toBe(false);
    expect(formatSearchNotice(text)).toBeNull();
  });
});
