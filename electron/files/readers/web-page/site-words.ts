import { isDetail, isFurniture } from '../capture/furniture.ts';

/** Words of the site around and between stories. All patterns expect a clean line. */

const BUTTON =
  /^(?:(?:read|find out|learn|see|view) more\b.{0,80}|continue reading\b.{0,120}|full story|read (?:the )?(?:full )?(?:story|article)|more|click here|comments?|share|save(?: (?:for later|article))?|print|subscribe(?: now)?)[ .…:»›>→]*$/i;
const COUNT = /^(?:comments?: \d+|leave a (?:comment|reply)|(?:image|photo|picture):?|\d+(?: mins?)?)$/i;

/** Whether a line under a headline is a button or a detail that Patchdesk does not keep. */
export function isButtonOrDetail(line: string): boolean {
  return line.length <= 160 && (isDetail(line) || BUTTON.test(line) || COUNT.test(line));
}

const OTHER_LIST =
  /^(?:(?:the )?most (?:read|popular|commented|shared|viewed)|popular|trending|related|recommended|you (?:may|might) (?:also )?(?:like|be interested)|also (?:read|on|in|of interest)|(?:latest )?(?:jobs|vacancies|events|webinars|podcasts)|newsletters?|follow us|elsewhere|(?:latest )?comments|from our partners|partner content|sponsored|advertis|in other news|editor.s (?:picks?|choice)|(?:don.t|do not) miss|more on this|read (?:next|also)|sign up|topics)\b/i;

/** Whether a heading is over another list than the page's own: the most read stories, jobs, related ones. */
export function isOtherList(heading: string): boolean {
  return heading.length <= 80 && OTHER_LIST.test(heading);
}

const SITE_LINE =
  /^(?:subscribe|(?:sign|log) ?(?:in|out|up)|we (?:value|use) (?:your privacy|cookies)|page \d+)\b.{0,50}$/i;

/** Whether a line that looks like a headline belongs to the site. */
export function isSiteLine(line: string): boolean {
  return isFurniture(line) || SITE_LINE.test(line) || isButtonOrDetail(line);
}
