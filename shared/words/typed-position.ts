/** A number typed by an editor for "move to number", or the sentence that says what is wrong with it. */
export function readPosition(
  text: string,
  last: number,
): { ok: true; position: number } | { ok: false; reason: string } {
  const trimmed = text.trim();
  if (!/^\d{1,4}$/.test(trimmed)) return { ok: false, reason: `Type a number from 1 to ${last}.` };
  const position = Number(trimmed);
  if (position < 1 || position > last) return { ok: false, reason: `This page has the numbers 1 to ${last}.` };
  return { ok: true, position };
}
