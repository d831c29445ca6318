import { describe, expect, it } from 'vitest';
import { readPosition } from '../../../shared/words/typed-position.ts';

describe('a typed number', () => {
  it('is taken when the page has it', () => {
    expect(readPosition(' 3 ', 20)).toEqual({ ok: true, position: 3 });
  });

  it('is refused with the numbers there are', () => {
    for (const text of ['', 'three', '0', '21', '-1', '2.5'])
      expect(readPosition(text, 20)).toMatchObject({ ok: false });
  });
});
