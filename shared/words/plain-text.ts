/**
 * One line of text without the characters nobody sees: control and direction characters, soft hyphens, zero-width
 * marks. Every kind of blank is one space. Letters and their accents stay, in their composed form; letters written
 * from right to left and the joined pictographs stay too. Readers, fields and writers share this, so that the same
 * words come from everywhere and go into every format.
 */
export function cleanLine(text: string): string {
  return isClean(text) ? text : cleaned(text);
}

/** As `cleanLine`, but null for a line that shows nothing. */
export function cleanLineOrNull(text: string | null): string | null {
  return text === null ? null : cleanLine(text) || null;
}

/** Text in paragraphs: each line is cleaned, while line ends and tabs stay. */
export function cleanParagraphs(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  return lines
    .map((line) => line.split('\t').map(cleanLine).join('\t').trimEnd())
    .join('\n')
    .trim();
}

const SPACE = 0x20;

/** White space of any width, and every character that ends a line anywhere. */
function isBlank(code: number): boolean {
  return (
    (code >= 0x09 && code <= 0x0d) ||
    code === SPACE ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Invisible characters: controls, soft hyphens, zero-width joiners, direction marks, byte-order marks. */
function isUnseen(code: number): boolean {
  return (
    code < SPACE ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    (code >= 0xfff9 && code <= 0xfffb)
  );
}

/** From here on, an accent may be a character of its own. */
const FIRST_COMBINING_MARK = 0x300;

/** Nearly every line is clean already; this keeps 100,000 stories cheap. */
function isClean(text: string): boolean {
  let before = SPACE;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === SPACE) {
      if (before === SPACE) return false;
    } else if (code < SPACE || (code >= 0x7f && code <= 0xad) || code >= FIRST_COMBINING_MARK) {
      // The quotation marks, dashes and dots of printed English lie between the unusual blanks.
      const isPrinted = (code > 0xa0 && code < 0xad) || (code >= 0x2010 && code <= 0x2027);
      if (!isPrinted) return false;
    }
    before = code;
  }
  return text === '' || before !== SPACE;
}

const ZERO_WIDTH_JOINER = 0x200d;
const PICTOGRAPH = /^\p{Extended_Pictographic}/u;

function cleaned(text: string): string {
  // Half a surrogate pair cannot be written in any encoding.
  const whole = text.toWellFormed().normalize('NFC');
  let line = '';
  let owesSpace = false;
  /** Where the current run of unchanged characters began; -1 outside one. */
  let start = -1;
  for (let i = 0; i < whole.length; i += 1) {
    const code = whole.charCodeAt(i);
    const isSpace = isBlank(code);
    // Between two pictographs the joiner makes them one, such as a health worker.
    const isJoiner = code === ZERO_WIDTH_JOINER && PICTOGRAPH.test(whole.slice(i + 1, i + 3));
    if (isSpace || (isUnseen(code) && !isJoiner)) {
      if (start >= 0) line += whole.slice(start, i);
      start = -1;
      owesSpace ||= isSpace && line !== '';
    } else if (start < 0) {
      if (owesSpace) line += ' ';
      owesSpace = false;
      start = i;
    }
  }
  return start >= 0 ? line + whole.slice(start) : line;
}
