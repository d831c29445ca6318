import { Token, Tokenizer, TokenizerMode } from 'parse5';
import { cleanLine } from '../../../shared/words/plain-text.ts';

/** A piece of HTML as a person reads it. */
export interface HtmlText {
  /** Without markup, in clean lines; entities decoded once. */
  paragraphs: string[];
  /** The first picture: its label, and its address as written. */
  image: { label: string | null; address: string | null } | null;
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section summary table tbody td tfoot th ' +
    'thead tr ul'
  ).split(' '),
);
/** Elements whose contents are no words for readers, with the way HTML says that they end. */
const SILENT = new Map<string, number>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
]);

/** Reads tags one after the other and builds no tree, so that neither depth nor broken nesting costs time. */
export function readHtmlText(html: string): HtmlText {
  const paragraphs: string[] = [];
  let image: HtmlText['image'] = null;
  let text = '';
  let silent: string | null = null;
  const breakLine = () => {
    const line = cleanLine(text);
    if (line !== '') paragraphs.push(line);
    text = '';
  };
  const addText = ({ chars }: Token.CharacterToken) => {
    if (silent === null) text += chars;
  };
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag(tag) {
        const mode = SILENT.get(tag.tagName);
        if (mode !== undefined) {
          silent = tag.tagName;
          tokenizer.state = mode;
        } else if (tag.tagName === 'img') {
          const label = cleanLine(Token.getTokenAttr(tag, 'alt') ?? '') || null;
          image ??= { label, address: Token.getTokenAttr(tag, 'src') };
        } else if (BLOCKS.has(tag.tagName)) breakLine();
      },
      onEndTag({ tagName }) {
        if (silent === tagName) silent = null;
        else if (BLOCKS.has(tagName)) breakLine();
      },
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof: breakLine,
    },
  );
  tokenizer.write(html, true);
  return { paragraphs, image };
}

/** HTML as one line. What only looks like the beginning of a tag, as in `waits <18 weeks`, is text. */
export function htmlLine(html: string): string {
  if (!/[<&]/.test(html)) return cleanLine(html);
  return readHtmlText(html.replace(/<(?![a-z/!?][^<>]*>)/gi, '&lt;')).paragraphs.join(' ');
}
