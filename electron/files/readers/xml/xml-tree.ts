/// <reference path="./sax.d.ts" />
import sax, { type QualifiedTag } from 'sax';
import { DeskError } from '../../../../shared/errors.ts';
import { firstText } from '../first-text.ts';

export interface XmlElement {
  /** `item`, or with the short name of its namespace: `dc:creator`. */
  name: string;
  /** From 1. */
  line: number;
  /** By their names as written, `xml:base` and such; null where there are none. */
  attributes: Readonly<Record<string, { value: string }>> | null;
  children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

/** Short names by namespace, however a file abbreviates it. Names of other namespaces keep the file's own prefix. */
const NAMESPACES = new Map([
  ['', ''],
  ['http://purl.org/rss/1.0/', ''],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', ''],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', ''],
  ['http://my.netscape.com/rdf/simple/0.9/', ''],
  ['http://backend.userland.com/rss2', ''],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['http://purl.org/atom/ns#', 'atom'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://search.yahoo.com/mrss/', 'media'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
]);

/** No feed or sheet is half as deep. */
const DEEPEST = 200;
/** Slips that every feed reader forgives: a bare ampersand, an entity or a prefix that nothing declares. */
const FORGIVEN = /entity|unbound namespace/i;

/** The root of an XML text. What a document type declares is never expanded. Throws DeskError with the line. */
export function readXml(text: string, file: string): XmlElement {
  const root: Open = { name: '', line: 1, attributes: null, children: [] };
  const path: Open[] = [root];
  const parser = sax.parser(true, { xmlns: true, position: true });
  parser.ENTITIES = NAMED_CHARACTERS;
  const refuse = (why: string) => {
    throw new DeskError('file-format', `${why} Save or fetch the file again.`, { file, line: parser.line + 1 });
  };
  const top = () => path[path.length - 1] ?? root;
  const addText = (more: string) => {
    if (path.length > 1) top().children.push(more);
  };
  parser.onopentag = (tag) => {
    if (path.length > DEEPEST) refuse(`The XML is more than ${DEEPEST} elements deep here.`);
    const element: Open = { name: shortName(tag), line: parser.line + 1, attributes: attributesOf(tag), children: [] };
    top().children.push(element);
    path.push(element);
  };
  parser.onclosetag = () => path.pop();
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onerror = ({ message }) => {
    if (!FORGIVEN.test(message)) refuse(whatIsWrong(message));
    parser.error = null;
    parser.resume();
  };
  parser.write(text.trimStart()).close();
  const element = root.children.find((node) => typeof node !== 'string');
  return element ?? refuse('The file has no XML element.');
}

interface Open extends XmlElement {
  children: XmlNode[];
}

/** sax inherits its list from an object, in which `&constructor;` would be found. */
const NAMED_CHARACTERS: Record<string, string> = Object.assign(
  Object.create(null),
  Object.fromEntries(
    Object.entries(sax.ENTITIES).map(([name, is]) => [name, typeof is === 'number' ? String.fromCharCode(is) : is]),
  ),
);

function whatIsWrong(message: string): string {
  if (/unclosed root/i.test(message)) return 'The XML ends in the middle: its first element is never closed.';
  if (/close tag/i.test(message))
    return 'The XML is broken here: an element is closed that is not open, or the other way round.';
  return 'The XML is broken in this line.';
}

function shortName({ uri, prefix, local }: QualifiedTag): string {
  const short = NAMESPACES.get(uri) ?? prefix;
  return short === '' ? local : `${short}:${local}`;
}

function attributesOf({ attributes }: QualifiedTag): XmlElement['attributes'] {
  for (const _ in attributes) return attributes;
  return null;
}

/** The encoding that the XML declaration names, or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  return /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(firstText(bytes, 300))?.[1] ?? null;
}

/** The name of the first element as written, with its tag up to the end; null where the text is no XML. */
export function firstTag(text: string): { name: string; tag: string } | null {
  let rest = text.trimStart();
  for (;;) {
    const before = /^(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^[>]*(?:\[[^\]]*\]\s*)?>)\s*/i.exec(rest);
    if (before === null) break;
    rest = rest.slice(before[0].length);
  }
  const match = /^<([a-z_][\w.:-]*)[^<>]*>?/i.exec(rest);
  return match?.[1] === undefined ? null : { name: match[1], tag: match[0] };
}

export function attribute(element: XmlElement, name: string): string | null {
  return element.attributes?.[name]?.value ?? null;
}

export function childrenNamed(element: XmlElement, ...names: string[]): XmlElement[] {
  return element.children.filter((node): node is XmlElement => typeof node !== 'string' && names.includes(node.name));
}

/** The text of an element and all in it. */
export function textOf(element: XmlElement): string {
  return element.children.map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
}

/** The text of the first child of that name that has any, or null. */
export function childText(element: XmlElement, ...names: string[]): string | null {
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const text = textOf(child).trim();
      if (text !== '') return text;
    }
  }
  return null;
}
