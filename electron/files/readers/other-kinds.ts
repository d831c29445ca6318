import { DeskError } from '../../../shared/errors.ts';
import { firstText } from './first-text.ts';
import { firstTag } from './xml/xml-tree.ts';

/** Text files that hold no stories in any format that is read, with what to do instead. */
export function refuseOtherKind(bytes: Uint8Array, file: string): void {
  const text = firstText(bytes, 20_000);
  const isMarkup = text.trimStart().startsWith('<');
  const root = firstTag(text)?.name.replace(/^.*:/, '').toLowerCase() ?? '';
  const what = isMarkup ? (OTHER_XML.get(root) ?? otherXml(text, root)) : otherText(text);
  if (what) throw new DeskError('file-format', what, { file });
}

const OTHER_XML = new Map([
  ['opml', 'This is OPML: a list of feeds, and no stories. Open the addresses in it and import each feed.'],
  ['urlset', 'This is a site map: a list of addresses, and no stories. Import the site’s feed instead.'],
  ['sitemapindex', 'This is a list of site maps, and no stories. Import the site’s feed instead.'],
  ['nitf', 'This is NITF, which Patchdesk does not read. Save the stories as ninjs or as a feed.'],
  ['newsitem', 'This is NewsML, which Patchdesk does not read. Save the stories as ninjs or as a feed.'],
  ['newsmessage', 'This is NewsML, which Patchdesk does not read. Save the stories as ninjs or as a feed.'],
  ['newsml', 'This is NewsML, which Patchdesk does not read. Save the stories as ninjs or as a feed.'],
  ['workbook', 'This is a spreadsheet as XML. Save it as CSV.'],
]);

/** XHTML may have an XML declaration as well. */
function otherXml(text: string, root: string): string | null {
  if (!/^\s*<\?xml\s/i.test(text) || root === '' || /^(?:html|body|head)$/.test(root)) return null;
  return 'This is XML, but no feed that Patchdesk reads. Save the stories as CSV, JSON or a feed.';
}

function otherText(text: string): string | null {
  if (isMail(text)) return 'This is an email. Open it, copy the stories, and paste them.';
  if (isMarkdown(text)) return 'This is Markdown. Open it as a page, select all, copy, and save it as plain text.';
  return null;
}

/** Header lines up to the first blank one, with those that every email has. MHTML looks the same, and is a web page. */
function isMail(text: string): boolean {
  const head = /^(?:From .*\r?\n)?((?:[A-Za-z][\w-]*: ?.*\r?\n(?:[ \t].*\r?\n)*){3,})\r?\n/.exec(text)?.[1] ?? '';
  const has = (name: string) => new RegExp(`^${name}:`, 'im').test(head);
  return has('from') && (has('date') || has('received')) && !/multipart\/related|^From: <Saved by /im.test(head);
}

/** Headings with number signs, and pictures or addresses in brackets, or several headings. */
function isMarkdown(text: string): boolean {
  const headings = text.match(/^#{1,6} \S/gm)?.length ?? 0;
  return headings > 2 || (headings > 0 && /!?\[[^\]\n]{0,300}\]\([^)\n]{1,500}\)/.test(text));
}
