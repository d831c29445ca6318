/** At most `most` letters, cut after a whole word. A single word that is longer is cut inside. */
export function cutAtWord(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  const start = letters.slice(0, most).join('');
  const lastGap = start.search(/\s\S*$/);
  const whole = lastGap > 0 ? start.slice(0, lastGap) : letters.slice(0, most - 1).join('');
  return `${whole.replace(/[\s,;:–-]+$/, '')}…`;
}
