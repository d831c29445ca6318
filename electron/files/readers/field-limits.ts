import { inQuotes } from '../../../shared/words/quotes.ts';
import type { ReadPart, ReadProblem, ReadStory } from './read-items.ts';

/** The most characters that each field takes, as for an editor's own words. */
export const LONGEST = {
  headline: 1000,
  standfirst: 5000,
  kicker: 200,
  label: 1000,
  byline: 300,
  kind: 60,
  body: 200_000,
};
export const FIELD_NAMES = {
  standfirst: 'standfirst',
  kicker: 'kicker',
  label: 'image label',
  byline: 'byline',
  kind: 'kind',
  body: 'text',
};

/** The part without what no field can take: a story without a usable headline is left out, another field is emptied. */
export function withinLimits<P extends ReadPart>(part: P): P {
  const problems: ReadProblem[] = [];
  const stories = part.stories.flatMap((story) => fitStory(story, problems) ?? []);
  return problems.length === 0 ? part : { ...part, stories, problems: [...part.problems, ...problems] };
}

function fitStory(story: ReadStory, problems: ReadProblem[]): ReadStory | null {
  const { headline, line } = story;
  const name = inQuotes(headline.length > 80 ? `${headline.slice(0, 79)}…` : headline);
  const tell = (message: string) => problems.push({ line, code: 'value-unfit', message });
  if (headline.length > LONGEST.headline) {
    tell(`${name} is no headline: it has ${headline.length} characters. It was left out.`);
    return null;
  }
  const fit = { ...story };
  for (const field of Object.keys(FIELD_NAMES) as (keyof typeof FIELD_NAMES)[]) {
    const length = fit[field]?.length ?? 0;
    if (length <= LONGEST[field]) continue;
    tell(`The ${FIELD_NAMES[field]} of ${name} has ${length} characters and was left out.`);
    fit[field] = null;
  }
  return fit;
}
