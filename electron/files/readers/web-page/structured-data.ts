/** A story as JSON-LD describes it. Text is as it is there: JSON-LD has no entities. */
export interface StructuredStory {
  headline: string | null;
  description: string | null;
  url: string | null;
  published: string | null;
  authors: string[];
  image: string | null;
  body: string | null;
}

type Thing = Readonly<Record<string, unknown>>;

const STORY_TYPE = /(?:Article|BlogPosting|SocialMediaPosting|Report)$/;
/** More than any page describes; a hostile one could hold millions. */
const MOST_THINGS = 20_000;

/** All stories in the JSON-LD of a page: alone, in arrays, in @graph, and as items of a list. */
export function structuredStories(data: readonly unknown[]): StructuredStory[] {
  const stories: StructuredStory[] = [];
  const stack: unknown[] = [...data].reverse();
  for (let count = 0; stack.length > 0 && count < MOST_THINGS; count += 1) {
    const value = stack.pop();
    if (Array.isArray(value)) stack.push(...value.slice(0, MOST_THINGS).reverse());
    if (!isThing(value)) continue;
    if (isStory(value)) stories.push(toStory(value));
    else if (typesOf(value).includes('ListItem') && value['item'] === undefined) {
      const story = toStory(value);
      if (story.headline !== null && story.url !== null) stories.push(story);
    }
    stack.push(...['itemListElement', 'item', 'hasPart', 'mainEntity', '@graph'].map((key) => value[key]));
  }
  return stories;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(thing: Thing): string[] {
  return [thing['@type']].flat().filter((type) => typeof type === 'string');
}

function isStory(thing: Thing): boolean {
  return typesOf(thing).some((type) => STORY_TYPE.test(type));
}

function toStory(thing: Thing): StructuredStory {
  return {
    headline: textOf(thing['headline']) ?? textOf(thing['name']),
    description: textOf(thing['description']),
    url: addressOf(thing['url']) ?? addressOf(thing['mainEntityOfPage']),
    published: textOf(thing['datePublished']),
    authors: [thing['author']].flat().flatMap((author) => textOf(isThing(author) ? author['name'] : author) ?? []),
    image: addressOf([thing['image']].flat()[0]),
    body: textOf(thing['articleBody']),
  };
}

function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  const text = isThing(first) ? first['@value'] : first;
  return typeof text === 'string' && text.trim() !== '' ? text : null;
}

function addressOf(value: unknown): string | null {
  if (isThing(value)) return textOf(value['url']) ?? textOf(value['@id']) ?? textOf(value['contentUrl']);
  return textOf(value);
}
