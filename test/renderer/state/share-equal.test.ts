import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareEqual } from '../../../renderer/state/share-equal.ts';

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** As it comes over the wire, which knows no -0. */
const answer = fc.jsonValue().map((value) => copy(value));

describe('an answer built from the one before', () => {
  it('is the very same when nothing changed', () => {
    const before = { rows: [{ id: 'a', words: ['x'] }], total: 1, none: null };
    expect(shareEqual(before, copy(before))).toBe(before);
  });

  it('keeps the rows that did not change, wherever they have moved to', () => {
    const before = {
      rows: [
        { id: 'a', at: 'x' },
        { id: 'b', at: 'y' },
        { id: 'c', at: 'z' },
      ],
    };
    const after = shareEqual(before, {
      rows: [
        { id: 'c', at: 'z' },
        { id: 'a', at: 'x' },
        { id: 'b', at: 'new' },
      ],
    });
    expect(after.rows[0]).toBe(before.rows[2]);
    expect(after.rows[1]).toBe(before.rows[0]);
    expect(after.rows[2]).toEqual({ id: 'b', at: 'new' });
    expect(after).not.toBe(before);
  });

  it('sees a field that is new, gone or null', () => {
    expect(shareEqual({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
    expect(shareEqual({ a: 1 }, { a: 1, b: undefined })).toEqual({ a: 1, b: undefined });
    expect(shareEqual({ a: { b: 1 } }, { a: null })).toEqual({ a: null });
  });

  it('takes every name of a field for what it is', () => {
    const odd = JSON.parse('{"__proto__": 0, "constructor": {"toString": 1}}');
    expect(shareEqual({}, odd)).toEqual(odd);
    expect(shareEqual(copy(odd), odd)).toEqual(odd);
  });

  it('always says what the new answer says, and leaves the old one as it was', () => {
    fc.assert(
      fc.property(answer, answer, (before, after) => {
        const kept = copy(before);
        expect(shareEqual(before, copy(after))).toEqual(after);
        expect(before).toEqual(kept);
      }),
    );
  });
});
