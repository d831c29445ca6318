import { describe, expect, it } from 'vitest';
import {
  imageSays,
  isImageTakenOff,
  labelHint,
  sourceImageSays,
} from '../../../renderer/features/page-editor/image-words.ts';

const FILE = 'images/0123456789abcdef.png';
const WEB = 'https://example.org/ward.jpg';
const source = { headline: 'Ward reopens', standfirst: null, kicker: null, alt: 'Ward door', image: FILE };

const untouched = { image: { alt: 'Ward door', src: FILE }, source, overrides: [] };
const takenOff = { image: null, source, overrides: ['image' as const] };
const own = { image: { alt: 'Ward door', src: FILE }, source, overrides: ['image' as const] };

describe('what stands beside a teaser’s image', () => {
  it('says why none shows', () => {
    expect(imageSays(takenOff)).toMatch(/^No image on this page\. The source’s label is hidden/);
    expect(imageSays({ ...untouched, image: { alt: 'Ward door', src: null } })).toMatch(/^No file/);
    expect(imageSays({ ...untouched, image: null })).toBe('No image.');
    expect(imageSays({ ...untouched, image: { alt: '', src: WEB } })).toContain(WEB);
    expect(imageSays(untouched)).toBe('');
  });

  it('knows what was taken off from what was never there', () => {
    expect(isImageTakenOff(takenOff)).toBe(true);
    expect(isImageTakenOff({ ...takenOff, image: { alt: 'Written here', src: null } })).toBe(true);
    expect(isImageTakenOff({ ...untouched, image: null })).toBe(false);
    expect(isImageTakenOff(own)).toBe(false);
  });

  it('says of the source what it has', () => {
    expect(sourceImageSays(null)).toBe('no file');
    expect(sourceImageSays(WEB)).toBe(`on the web: ${WEB}`);
    expect(sourceImageSays(FILE)).toBe('');
  });

  it('warns that the source’s label may not fit another picture', () => {
    expect(labelHint(own)).toMatch(/^This is the source’s label/);
    expect(labelHint(untouched)).toBeNull();
    expect(labelHint(takenOff)).toBeNull();
    expect(labelHint({ ...own, overrides: ['alt', 'image'] })).toBeNull();
    expect(labelHint({ ...own, source: { ...source, alt: null } })).toBeNull();
  });
});
