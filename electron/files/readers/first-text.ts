/** The beginning of a file as text, good enough to recognise its format by; never an error, whatever the bytes. */
export function firstText(bytes: Uint8Array, characters = 4000): string {
  const wide = wideEncoding(bytes);
  const start = bytes.subarray(0, wide === null ? characters : characters * 2);
  // In UTF-8 and in all old encodings that are read here, the characters that mark a format are those of ASCII.
  const text = new TextDecoder(wide ?? 'utf-8').decode(start);
  return text.replace(/^\ufeff/, '');
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first = 1, second = 1] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (second === 0 && first !== 0) return 'utf-16le';
  return first === 0 && second !== 0 ? 'utf-16be' : null;
}
