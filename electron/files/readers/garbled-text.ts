/**
 * Text that was UTF-8, was decoded as something else, and was saved like that: “â€™” where the apostrophe was. It is put
 * right where the bytes behind it are UTF-8 without any doubt.
 */

/** The characters of Windows-1252 from 0x80 to 0x9F; the five that it lacks stand for themselves. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

const BYTES_OF_WINDOWS = new Map<string, number>([
  ...Array.from(WINDOWS_1252, (character, i) => [character, 0x80 + i] as const),
  ...Array.from({ length: 0x60 }, (_, i) => [String.fromCharCode(0xa0 + i), 0xa0 + i] as const),
]);
const BYTES_OF_MAC = new Map(Array.from(MAC_ROMAN, (character, i) => [character, 0x80 + i] as const));

/** What a first byte of UTF-8 looks like, with what follows it, in the two encodings. */
const FROM_WINDOWS = sequences('[ÂÃâð]', BYTES_OF_WINDOWS);
const FROM_MAC = sequences('[¬√‚\uf8ff]', BYTES_OF_MAC);
/** The closing quotation mark: its last byte has no character in Windows-1252, so many programs lost it. */
const LOST_QUOTE = /â€\ufffd/g;

function sequences(first: string, bytes: ReadonlyMap<string, number>): RegExp {
  const following = [...bytes]
    .filter(([, byte]) => byte < 0xc0)
    .map(([character]) => character.replace(/[\]\\^-]/, '\\$&'));
  return new RegExp(`${first}[${following.join('')}]{1,3}`, 'gu');
}

/** The text with garbled characters put right; null where there are none, or not without doubt. */
export function repairGarbled(text: string): string | null {
  let repaired = text;
  // A text may have been garbled twice.
  for (let round = 0; round < 2; round += 1) {
    const next = repaired
      .replaceAll(LOST_QUOTE, '”')
      .replaceAll(FROM_WINDOWS, (found) => decoded(found, BYTES_OF_WINDOWS))
      .replaceAll(FROM_MAC, (found) => decoded(found, BYTES_OF_MAC));
    if (next === repaired) break;
    repaired = next;
  }
  return repaired === text ? null : repaired;
}

/** The longest beginning that is UTF-8 and the rest as it is; all as it is where none is. */
function decoded(found: string, bytesOf: ReadonlyMap<string, number>): string {
  const characters = [...found];
  for (let length = characters.length; length > 1; length -= 1) {
    const bytes = characters.slice(0, length).map((character) => bytesOf.get(character) ?? 0);
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
      return text + characters.slice(length).join('');
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return found;
}

/** Whether a text still shows that it was decoded wrongly. */
export function looksGarbled(text: string): boolean {
  return /\ufffd|Ã[\u0080-\u00bf‘-™]|â€|Â[\u00a0-\u00bf]/u.test(text);
}
