import { DeskError } from '../../../../shared/errors.ts';
import { type DateLine, readDateLine } from '../dates.ts';
import { decodePlainText } from '../decode.ts';
import { evenGaps, type LooseReading, type Role, readExactly, readLoosely } from './capture-shape.ts';
import { type SpacedLines, spacedLines } from './lines.ts';

/** A live page as somebody saved it. The register finds the system from the title. */
export interface Capture {
  title: string;
  titleLine: number;
  /** In the page's order. */
  stories: CapturedStory[];
}

interface CapturedStory {
  /** The image's alternative text. */
  label: string | null;
  headline: string;
  standfirst: string | null;
  /** The date line as the page printed it. */
  dateLine: string | null;
  publishedAt: string | null;
  /** The line number of the headline. */
  line: number;
}

/** Longer than any system's name: a first line of this length is a teaser. */
const LONGEST_TITLE = 200;

export function readCapture(bytes: Uint8Array, file: string): Capture {
  const readings = spacedLines(decodePlainText(bytes, file));
  const { lines } = readings[0];
  const [title] = lines;
  if (title === undefined) {
    throw new DeskError('file-empty', 'The file has only blank lines. Save the page again.', { file });
  }
  if (title.text.length > LONGEST_TITLE) throw noTitle(file, title.number);
  if (lines.length === 1) {
    throw new DeskError('capture-no-stories', 'The file has a title but no stories. Save the whole page as text.', {
      file,
      line: title.number,
    });
  }
  const dates = new Map<number, DateLine>();
  for (const [i, line] of lines.entries()) {
    const date = readDateLine(line.text);
    if (date !== null) dates.set(i, date);
  }
  const { spaced, roles } = readShape(readings, dates, file);
  return { title: title.text, titleLine: title.number, stories: collectStories(spaced, roles, dates) };
}

/** Assuming that a program changed all blank lines alike costs more than assuming a few extra ones between stories. */
const COST_OF_OTHER_SPACING = 3;

/** Tries the site's exact shape first, then the changes that blank lines may undergo. */
function readShape(
  readings: readonly [SpacedLines, ...SpacedLines[]],
  dates: ReadonlyMap<number, DateLine>,
  file: string,
): { spaced: SpacedLines; roles: Role[] } {
  const isDate = (line: number) => dates.has(line);
  const spacings = readings.flatMap((spaced) => evenGaps(spaced.gaps).map((gaps) => ({ spaced, gaps })));
  for (const { spaced, gaps } of spacings) {
    const roles = readExactly(gaps, isDate);
    if (roles !== null) return { spaced, roles };
  }
  const looser = spacings.map(({ spaced, gaps }, i) => ({
    spaced,
    extra: i > 0 ? COST_OF_OTHER_SPACING : 0,
    reading: readLoosely(gaps, isDate),
  }));
  const [best, second] = looser
    .flatMap(({ spaced, extra, reading }) =>
      reading.kind === 'read' ? [{ spaced, roles: reading.roles, cost: reading.cost + extra }] : [],
    )
    .sort((a, b) => a.cost - b.cost);
  if (best !== undefined) {
    const parting = second?.cost === best.cost ? best.roles.findIndex((role, i) => role !== second.roles[i]) : -1;
    if (parting === -1) return best;
    throw refusal({ kind: 'undecided', line: parting, cost: best.cost }, best.spaced, file);
  }
  const [{ lines, gaps }] = readings;
  if ([1, 2].some((gap) => readExactly([gap, ...gaps], (line) => isDate(line - 1)) !== null)) {
    throw noTitle(file, lines[0]?.number ?? 1);
  }
  // The reading that gets furthest names the line most likely to be wrong.
  const [furthest] = looser
    .flatMap(({ spaced, reading }) => (reading.kind === 'read' ? [] : [{ spaced, reading }]))
    .sort((a, b) => b.reading.line - a.reading.line);
  if (furthest === undefined) throw new Error('A spacing was neither read nor refused');
  throw refusal(furthest.reading, furthest.spaced, file);
}

function noTitle(file: string, line: number): DeskError {
  return new DeskError(
    'capture-no-title',
    'The page begins with a story. Its first line must be the name of the system, such as “Frimley ICS”, with a blank ' +
      'line under it. Add that, or save the page again including its title.',
    { file, line },
  );
}

const SHAPE =
  'A story is its image label and a blank line (or just a blank line), the headline, two blank lines, the teaser and a blank line.';

function refusal(
  reading: Exclude<LooseReading, { kind: 'read' }>,
  { lines, gaps }: SpacedLines,
  file: string,
): DeskError {
  const line = lines[Math.min(reading.line, lines.length - 1)]?.number ?? 1;
  const shape = (why: string) =>
    new DeskError('capture-shape', `${why} ${SHAPE} Correct the blank lines there, or save the page again.`, {
      file,
      line,
    });
  if (reading.kind === 'undecided') {
    return shape('From this line on the blank lines fit two readings, so it is unclear which lines are headlines.');
  }
  const before = lines[reading.line - 1]?.number ?? 1;
  if (reading.line === lines.length) {
    return shape('The page ends here, either with a headline without a teaser or with one line too many or too few.');
  }
  const gap = gaps[reading.line - 1] ?? 0;
  if (gap === 0) return shape(`This line is directly under line ${before} and is not a date.`);
  const blanks = gap === 1 ? 'there is one blank line' : `there are ${gap} blank lines`;
  const kinds = [...new Set(reading.after.map((role) => ROLE_NAMES[role]))].join(' or ');
  return shape(
    `Between line ${before}, which looks like ${kinds}, and this line ${blanks}, which fits no part of a story.`,
  );
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  title: 'the title',
  label: 'an image label',
  headline: 'a headline',
  date: 'a date',
  looseDate: 'a date',
  teaser: 'a teaser',
};

function collectStories(
  { lines }: SpacedLines,
  roles: readonly Role[],
  dates: ReadonlyMap<number, DateLine>,
): CapturedStory[] {
  const stories: CapturedStory[] = [];
  let label: string | null = null;
  let story: CapturedStory | undefined;
  for (const [i, { text, number }] of lines.entries()) {
    const role = roles[i];
    if (role === 'label') label = text;
    if (role === 'headline') {
      story = { label, headline: text, standfirst: null, dateLine: null, publishedAt: null, line: number };
      stories.push(story);
      label = null;
    }
    if (story === undefined) continue;
    if (role === 'teaser') story.standfirst = text;
    if (role === 'date' || role === 'looseDate') {
      story.dateLine = text;
      story.publishedAt = dates.get(i)?.publishedAt ?? null;
    }
  }
  return stories;
}
