/** Lines of a web page that belong to the site and not to a story. All patterns expect a clean line. */

const PAGER_PART =
  '(?:(?:first|previous|prev|next|last|older|newer)(?: page| stories| posts)?|page|of|\\d{1,4}|…|[«»‹›<>|·])';
/** At least two parts: a number alone may be a headline. */
const PAGER = new RegExp(
  `^${PAGER_PART}(?: ${PAGER_PART})+$|^(?:next|previous|older|newer)(?: page| stories| posts)?$`,
  'i',
);

const PHRASES = [
  'skip to (?:main )?(?:content|navigation|search|footer)',
  '(?:load|show|view|see|more) (?:more|all)(?: stories| articles| news| results| items)?',
  'more (?:stories|articles|news|from .{1,40})',
  'back to (?:the )?top',
  '(?:back )?to top',
  'about(?: us)?',
  'contact(?: us| the .{1,30})?',
  'privacy(?: policy| notice| statement| settings)?',
  'your privacy',
  'cookies?(?: policy| notice| settings| preferences)?',
  'terms(?: (?:of use|of service|and conditions|& conditions))?',
  'modern slavery(?: act)?(?: statement)?',
  'accessibility(?: statement)?',
  'complaints(?: procedure)?',
  'advertis(?:e|ing)(?: with us)?',
  'subscribe(?: now| today| to .{1,40})?',
  'subscriptions?',
  'register(?: now| for free)?',
  '(?:sign|log) ?(?:in|out|up)(?: now| here)?',
  'my account',
  'newsletters?(?: sign[- ]?up)?',
  'follow us(?: on .{1,30})?',
  'share(?: this| on .{1,30})?',
  '(?:site ?map|rss(?: feeds?)?|jobs|events|home|search|menu|mega menu|close|print|email|faqs?|help)',
  '(?:most (?:read|popular|commented|shared)|related (?:stories|articles|content|topics)|trending(?: now)?|editor.s picks?|latest (?:news|stories|jobs))',
  '(?:accept|reject|allow|decline)(?: all)?(?: cookies)?',
  'manage (?:choices|cookies|preferences|settings)',
  '(?:powered|site|website) by .{1,40}',
  'follow .{1,30} on (?:twitter|x|facebook|linkedin|bluesky)',
  '(?:twitter|facebook|linkedin|bluesky|instagram|youtube|whatsapp)',
];
const FURNITURE = new RegExp(`^(?:${PHRASES.join('|')})[ .:»›>]*$`, 'i');
const COPYRIGHT = /^(?:©|\(c\) ?\d{4}|copyright\b)|\ball rights reserved\b/i;

/** Whether a line is part of the site around the stories: menu, pager, footer. */
export function isFurniture(line: string): boolean {
  return line.length <= 120 && (FURNITURE.test(line) || COPYRIGHT.test(line) || PAGER.test(line));
}

const BUTTON = /^(?:(?:read|find out|learn) more|continue reading|full story)[ .…:»›>→]*$/i;
const DETAIL =
  /^(?:\d+ comments?|no comments(?: yet)?|comments?(?: \(\d+\))?|add (?:a )?comment|be the first to comment|save(?: for later| article)?|(?:\d+|one|two|three) min(?:ute)?s? read|subscribers? only|premium|free to read|registered users only)[ .:]*$/i;

/** Whether a line is a button that may be anywhere below a story. */
export function isButton(line: string): boolean {
  return line.length <= 40 && BUTTON.test(line);
}

/** Whether a line directly under a headline or a date says something that Patchdesk does not keep, such as “3 comments”. */
export function isDetail(line: string): boolean {
  return line.length <= 40 && (DETAIL.test(line) || BUTTON.test(line));
}

const SPONSORED =
  /^(?:sponsored|promoted|partner|paid|branded?|commercial)(?: (?:content|post|feature|story|article|by|for)\b.*)?$|^(?:advertisement(?: feature)?|advert|advertorial|in association with\b.*|supported by\b.*|paid for by\b.*)$/i;

/** Whether a label or a teaser says that the item was paid for. */
export function saysSponsored(line: string): boolean {
  return line.length <= 80 && SPONSORED.test(line);
}

export function beginsSponsored(teaser: string): boolean {
  return /^(?:paid for by|sponsored by|in association with|advertisement feature)\b/i.test(teaser);
}

const NAME = "\\p{Lu}[\\p{L}'’.-]*(?: (?:de|van|von|der|la|al|ap|\\p{Lu}[\\p{L}'’.-]*)){0,3}";
const BYLINE = new RegExp(`^by[: ]+(${NAME}(?:(?:, | and | & )${NAME}){0,4})$`, 'iu');

/** The name or names in a line such as “By Jo Bloggs”, else null. */
export function readByline(line: string): string | null {
  return line.length <= 120 ? (BYLINE.exec(line)?.[1] ?? null) : null;
}
