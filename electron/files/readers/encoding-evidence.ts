/**
 * Which encoding bytes are in that are not UTF-8: by what English text with the journal's punctuation looks like in each.
 * Windows-1252 wins where nothing speaks against it.
 */

/** The upper half of code page 850, which old DOS programs wrote. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

export function decodeByEvidence(bytes: Uint8Array): string {
  const readings = [
    new TextDecoder('windows-1252').decode(bytes),
    new TextDecoder('macintosh').decode(bytes),
    decodeCp850(bytes),
  ];
  const [best = ''] = readings.toSorted((a, b) => likelihood(b) - likelihood(a));
  return best;
}

function decodeCp850(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (const byte of bytes) parts.push(byte < 0x80 ? String.fromCharCode(byte) : (CP850[byte - 0x80] ?? ''));
  return parts.join('');
}

/** Characters that printed English has, each with what is usual before and after it. */
const LIKELY = [
  /\p{L}’\p{L}|\p{L}’(?=[\s.,;:])/gu,
  /(?<=^|[\s(])[‘“](?=\p{L}|£|\d)/gmu,
  /[\p{L}\d.,?!…][’”](?=$|[\s.,;:)])/gmu,
  /\s[–—]\s|\d–\d/gu,
  /£\d/g,
  /\p{Ll}[éèêëáàâäíïîóôöúüûñçø](?=\p{Ll}|[\s.,]|$)/gu,
  /\b[ÉÁÓ]\p{Ll}/gu,
  /…(?=\s|$)/gm,
  /\d(?:½|°)/g,
];
/** What English text does not contain. */
const UNLIKELY = [
  /[\u0080-\u009f░▒▓│┤╣║╗╝┐└┴┬├─┼╚╔╩╦╠═╬┘┌█▄▀■‗]/gu,
  /\p{Ll}[\p{Lu}&&\P{ASCII}]/gv,
  /\s[ÕÔÒÓÐÑÊËÎÏÍŒœ‚„†‡‰¢¤¦ªº](?=\s|\p{L}|\d)/gu,
  /[‚ƒ„†‡ˆ‰‹Œ˜š›œžŸ¢¤¥¦§¨ª«¬®¯±²³´µ¶¸¹º»¼¾¿÷ıþÞ](?=\d|\p{L})/gu,
];

function likelihood(text: string): number {
  const count = (patterns: readonly RegExp[]) =>
    patterns.reduce((sum, pattern) => sum + [...text.matchAll(pattern)].length, 0);
  return count(LIKELY) - count(UNLIKELY);
}
