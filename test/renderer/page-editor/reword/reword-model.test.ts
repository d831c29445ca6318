import { describe, expect, it } from 'vitest';
import { commitOf, readDays, shownWords } from '../../../../renderer/features/page-editor/reword/reword-model.ts';

const plain = {
  headline: 'Ward reopens after repairs',
  standfirst: 'Patients return next week.',
  kicker: null,
  image: { alt: 'Ward door', src: null },
  source: {
    headline: 'Ward reopens after repairs',
    standfirst: 'Patients return next week.',
    kicker: null,
    alt: 'Ward door',
    image: null,
  },
  overrides: [],
};

describe('leaving a field', () => {
  it('writes new words', () => {
    expect(commitOf(plain, 'headline', ' Ward back in use ')).toEqual({ kind: 'write', value: 'Ward back in use' });
    expect(commitOf(plain, 'kicker', 'Exclusive')).toEqual({ kind: 'write', value: 'Exclusive' });
  });

  it('does nothing when the words are as they were', () => {
    expect(commitOf(plain, 'headline', 'Ward reopens after repairs  ')).toEqual({ kind: 'nothing' });
    expect(commitOf(plain, 'kicker', '')).toEqual({ kind: 'nothing' });
  });

  it('hands the field back when the source says the same', () => {
    const reworded = { ...plain, headline: 'Ward back in use', overrides: ['headline' as const] };
    expect(commitOf(reworded, 'headline', 'Ward reopens after repairs')).toEqual({ kind: 'write', value: null });
  });

  it('lets a standfirst be empty, but never a headline', () => {
    expect(commitOf(plain, 'standfirst', '')).toEqual({ kind: 'write', value: '' });
    expect(commitOf(plain, 'headline', ' ')).toMatchObject({ kind: 'refuse' });
  });

  it('knows the image label, with or without an image', () => {
    expect(shownWords(plain, 'alt')).toBe('Ward door');
    expect(shownWords({ ...plain, image: null }, 'alt')).toBe('');
    expect(commitOf(plain, 'alt', '')).toEqual({ kind: 'write', value: '' });
  });

  it('takes even the source’s own label for written where the image was taken off, since nothing shows without it', () => {
    const without = { ...plain, image: null, overrides: ['image' as const] };
    expect(commitOf(without, 'alt', 'Ward door')).toEqual({ kind: 'write', value: 'Ward door' });
    expect(commitOf(without, 'alt', '')).toEqual({ kind: 'nothing' });
    const written = {
      ...without,
      image: { alt: 'Ward door', src: null },
      overrides: ['alt' as const, 'image' as const],
    };
    expect(commitOf(written, 'alt', '')).toEqual({ kind: 'write', value: null });
  });
});

describe('the days a placement runs', () => {
  it('may be open at either end', () => {
    expect(readDays('', '')).toEqual({ ok: true, from: null, until: null });
    expect(readDays('2026-12-01', '')).toEqual({ ok: true, from: '2026-12-01', until: null });
    expect(readDays('2026-12-01', '2026-12-01')).toMatchObject({ ok: true });
  });

  it('must not end before they begin', () => {
    expect(readDays('2026-12-02', '2026-12-01')).toMatchObject({ ok: false });
  });
});
