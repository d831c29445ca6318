import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readImage } from '../../electron/files/image.ts';
import { DeskError } from '../../shared/errors.ts';
import { formatImage, imageName, imageNameIn, imageSrc } from '../../shared/images.ts';
import { avif, gif, jpeg, png, webp } from '../helpers/pictures.ts';

function refusal(bytes: Uint8Array, name = 'ward.png'): DeskError['fault'] {
  try {
    readImage(bytes, name);
  } catch (error) {
    if (error instanceof DeskError) return error.fault;
    throw error;
  }
  throw new Error('it was taken');
}

describe('an image file', () => {
  test.each([
    ['png', png(640, 480)],
    ['gif', gif(640, 480)],
    ['jpeg', jpeg(640, 480)],
    ['webp', webp(640, 480)],
    ['avif', avif(640, 480)],
  ])('is known as %s by its bytes, whatever it is called', (type, bytes) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { content, ...file } = readImage(bytes, 'C:\\Pictures\\ward.txt');
    expect(file).toEqual({ sha256, type, width: 640, height: 480, bytes: bytes.length, name: 'ward.txt' });
    expect(Buffer.from(content).equals(bytes)).toBe(true);
  });

  test('a photograph taken on its side is as wide as it shows', () => {
    expect(readImage(jpeg(640, 480, 6), 'a')).toMatchObject({ width: 480, height: 640 });
    expect(readImage(jpeg(640, 480, 3), 'a')).toMatchObject({ width: 640, height: 480 });
  });

  test('AVIF is known by any of its brands', () => {
    expect(readImage(avif(8, 9, 'mif1\0\0\0\0mif1avif'), 'a').type).toBe('avif');
    expect(refusal(avif(8, 9, 'heic\0\0\0\0mif1heic'), 'phone.heic').code).toBe('file-format');
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'file-empty', 'is empty'],
    ['words', Buffer.from('A ward opens'), 'file-format', 'Save it as PNG, JPEG, WebP, GIF or AVIF'],
    [
      'a drawing that may carry scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'file-format',
      'not an image',
    ],
    ['a PDF', Buffer.from('%PDF-1.7'), 'file-format', 'not an image'],
    ['a header cut short', png().subarray(0, 18), 'file-unreadable', 'is damaged'],
    ['a JPEG without a picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'file-unreadable', 'is damaged'],
    ['a picture of no size', png(0, 3), 'file-unreadable', 'is damaged'],
    ['one too wide', gif(16_385, 1), 'too-large', 'more than 16,384 pixels'],
    ['one too heavy', Buffer.concat([png(), Buffer.alloc(8 * 1024 * 1024)]), 'too-large', '8 MB at most'],
  ])('%s is refused with file and reason', (_, bytes, code, says) => {
    const fault = refusal(bytes);
    expect(fault).toMatchObject({ code, file: 'ward.png' });
    expect(fault.message).toContain('“ward.png”');
    expect(fault.message).toContain(says);
  });

  test('one made to keep its reader busy is answered soon', () => {
    const size = Buffer.alloc(20);
    size.writeUInt32BE(20);
    size.write('ispe', 4);
    const { type } = readImage(avif(4, 4, undefined, Buffer.alloc(100_000, size)), 'a.avif');
    expect(type).toBe('avif');
    const endless = avif(4, 4, undefined, Buffer.alloc(8_000_000, size));
    expect(refusal(endless).code).toBe('file-unreadable');
  }, 10_000);

  test('random bytes, and whole pictures cut or changed anywhere, are taken or refused and never crash', () => {
    const whole = fc.constantFrom(png(), gif(5, 5), jpeg(5, 5, 6), webp(5, 5), avif(5, 5));
    const bent = fc
      .tuple(whole, fc.nat(60), fc.uint8Array({ maxLength: 12 }), fc.nat(200))
      .map(([bytes, at, put, end]) => {
        const copy = Buffer.concat([bytes, Buffer.from(put)]);
        copy.set(put.subarray(0, Math.max(0, copy.length - at)), Math.min(at, copy.length));
        return copy.subarray(0, end);
      });
    const any = fc.oneof(fc.uint8Array({ maxLength: 300 }), bent);
    fc.assert(
      fc.property(any, (bytes) => {
        try {
          const { width, height } = readImage(bytes, 'a.png');
          expect(width).toBeGreaterThan(0);
          expect(height).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof DeskError)) throw error;
          expect(error.fault.message).toContain('“a.png”');
        }
      }),
      { numRuns: 4000 },
    );
  });
});

describe('what a page calls an image', () => {
  const file = { sha256: `${'0123456789abcdef'.repeat(4)}`, type: 'jpeg' } as Parameters<typeof imageName>[0];

  test('is its first sixteen digits and the ending of its kind', () => {
    expect(imageName(file)).toBe('0123456789abcdef.jpg');
    expect(imageSrc(file)).toBe('images/0123456789abcdef.jpg');
    expect(imageNameIn(imageSrc(file))).toBe('0123456789abcdef.jpg');
  });

  test.each([
    null,
    undefined,
    '',
    'https://example.org/images/0123456789abcdef.png',
    'images/0123456789abcdef.svg',
    'images/../0123456789abcdef.png',
    'images/0123456789ABCDEF.png',
    'images/0123456789abcdef.png\n',
    'images/0123456789abcdef0.png',
  ])('is not read from %j', (src) => {
    expect(imageNameIn(src)).toBeNull();
  });

  test('stands beside its size in words', () => {
    expect(formatImage({ name: 'ward.jpg', width: 1200, height: 800, bytes: 245_760 })).toBe(
      'ward.jpg, 1,200 × 800, 240 KB',
    );
    expect(formatImage({ name: 'a.png', width: 1, height: 1, bytes: 70 })).toBe('a.png, 1 × 1, 1 KB');
    expect(formatImage({ name: 'b.png', width: 1, height: 1, bytes: 3_500_000 })).toBe('b.png, 1 × 1, 3.3 MB');
  });
});
