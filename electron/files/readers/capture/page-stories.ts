import { DeskError } from '../../../../shared/errors.ts';
import { longDay } from '../../../../shared/words/day-words.ts';
import { dayBefore } from '../../../../shared/words/days.ts';
import { inQuotes } from '../../../../shared/words/quotes.ts';
import { type DateLine, readDateLine } from '../dates.ts';
import { type ReadContext, type ReadPage, type ReadProblem, type ReadStory, readStory } from '../read-items.ts';
import { withoutAttached } from './attached-lines.ts';
import { evenGaps, type LooseReading, type Role, readExactly, readLoosely } from './capture-shape.ts';
import { beginsSponsored, isFurniture, saysSponsored } from './furniture.ts';
import type { SpacedLines } from './lines.ts';
import { LONGEST_TITLE } from './page-frame.ts';
import { commonEnding } from './teaser-endings.ts';

/** The ways to count the line ends of one text, which differ in the gaps alone. */
export type Readings = readonly [SpacedLines, ...SpacedLines[]];

/** Reads a page that begins with its title and ends with its last story. */
export function readStories(readings: Readings, context: ReadContext): ReadPage {
  const [title] = readings[0].lines;
  if (title === undefined) throw new Error('a page without a line');
  const { file, seenOn } = context;
  if (title.text.length > LONGEST_TITLE) throw noTitle(file, title.number);
  if (readings[0].lines.length === 1) {
    throw new DeskError('capture-no-stories', 'The file has a title but no stories. Save the whole page as text.', {
      file,
      line: title.number,
    });
  }
  const cores = readings.map((spaced) => withoutAttached(spaced, seenOn));
  const bylines = cores[0]?.bylines ?? new Map();
  const isShorter = cores[0]?.spaced.lines.length !== readings[0].lines.length;
  const core = cores.map(({ spaced }) => spaced) as unknown as Readings;
  const { spaced, roles, dates } = isShorter ? readFirst([core, readings], context) : readFirst([core], context);
  const stories = collectStories(spaced, roles, dates, bylines);
  const problems = [
    ...dropFurniture(stories),
    ...cleanTeasers(stories),
    ...stories.flatMap((story) => judge(story, seenOn)),
  ];
  return { kind: 'page', title: title.text, titleLine: title.number, stories, problems };
}

interface Shape {
  spaced: SpacedLines;
  roles: Role[];
  dates: ReadonlyMap<number, DateLine>;
}

/** The first of several versions of the lines that can be read; else the refusal of the last, which is the file as it is. */
function readFirst(versions: readonly Readings[], { file, seenOn }: ReadContext): Shape {
  let refusal: unknown;
  for (const readings of versions) {
    const dates = new Map<number, DateLine>();
    for (const [i, line] of readings[0].lines.entries()) {
      const date = readDateLine(line.text, seenOn);
      if (date !== null) dates.set(i, date);
    }
    try {
      return { ...readShape(readings, dates, file), dates };
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/** Takes the foot of the page off the end of its stories, and pagers from anywhere. */
function dropFurniture(stories: ReadStory[]): ReadProblem[] {
  const problems: ReadProblem[] = [];
  for (let i = stories.length - 1; i >= 0; i -= 1) {
    const story = stories[i];
    if (!story || !isFurniture(story.headline) || (story.standfirst !== null && !isFurniture(story.standfirst))) break;
    stories.pop();
    const words = [story.label, story.headline, story.standfirst].filter((text) => text !== null).join(' / ');
    problems.unshift({
      line: story.line,
      code: 'left-out',
      message: `Left out, because it belongs to the site: ${inQuotes(words)}.`,
    });
  }
  return problems;
}

/** Takes off the words that end every teaser alike. */
function cleanTeasers(stories: ReadStory[]): ReadProblem[] {
  const ending = commonEnding(stories.flatMap(({ standfirst }) => standfirst ?? []));
  if (ending === null) return [];
  for (const story of stories) {
    if (story.standfirst !== null) story.standfirst = story.standfirst.slice(0, -ending.length).trimEnd();
  }
  const message = `Every teaser ends in ${inQuotes(ending)}, which was left out.`;
  return [{ line: stories[0]?.line ?? null, code: 'cleaned', message }];
}

/** What is to be said about one story; a date that cannot be and the mark of an advertisement are taken off it. */
function judge(story: ReadStory, seenOn: string): ReadProblem[] {
  const problems: ReadProblem[] = [];
  const { headline, line, publishedAt } = story;
  const isMarked = story.label !== null && saysSponsored(story.label);
  if (isMarked || (story.standfirst !== null && beginsSponsored(story.standfirst))) {
    story.kind = 'sponsored';
    if (isMarked) story.label = null;
    problems.push({
      line,
      code: 'sponsored',
      message: `${inQuotes(headline)} was paid for. It came in with the kind “sponsored”.`,
    });
  }
  // A page may be seen just after midnight.
  if (publishedAt !== null && publishedAt.slice(0, 10) > dayBefore(seenOn, -1)) {
    story.publishedAt = null;
    const message = `${inQuotes(headline)} is dated ${longDay(publishedAt.slice(0, 10))}, after the day on which the page was seen. It came in without a date.`;
    problems.push({ line, code: 'date-doubtful', message });
  }
  return problems;
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

export function noTitle(file: string, line: number): DeskError {
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
  bylines: ReadonlyMap<number, string>,
): ReadStory[] {
  const stories: ReadStory[] = [];
  let label: string | null = null;
  let story: ReadStory | undefined;
  for (const [i, { text, number }] of lines.entries()) {
    const role = roles[i];
    if (role === 'label') label = text;
    if (role === 'headline') {
      story = readStory({ label, headline: text, line: number });
      stories.push(story);
      label = null;
    }
    if (story === undefined) continue;
    if (role === 'teaser') story.standfirst = text;
    else if (role !== 'label') story.byline ??= bylines.get(number) ?? null;
    if (role === 'date' || role === 'looseDate') {
      story.dateLine = text;
      story.publishedAt = dates.get(i)?.publishedAt ?? null;
    }
  }
  return stories;
}
