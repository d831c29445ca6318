import type { StoryId, SystemCode } from '../../shared/models.ts';
import { BLANK } from '../helpers/story.ts';
import type { App } from './fixtures.ts';

export const LINCOLNSHIRE = 'QJM' as SystemCode;
export const DEVON = 'QJK' as SystemCode;

interface More {
  systems?: SystemCode[];
  publishedAt?: string;
  standfirst?: string;
  alt?: string;
}

/** Writes a story, filed or not; its standfirst is its headline in other words. */
export async function writeStory(app: App, headline: string, more: More = {}): Promise<StoryId> {
  const [id] = await writeStories(app, [{ headline, ...more }]);
  return id as StoryId;
}

/** Writes several, the first one first. */
export async function writeStories(app: App, stories: ({ headline: string } & More)[]): Promise<StoryId[]> {
  const inputs = stories.map(({ headline, systems = [], publishedAt = null, standfirst, alt = null }) => ({
    fields: {
      ...BLANK,
      headline,
      standfirst: standfirst ?? `What is known about “${headline}”.`,
      alt,
      publishedAt,
    },
    systems,
  }));
  return (await app.invokeEach('stories.create', inputs)).map(({ id }) => id);
}

/** Stories A, B, C ... filed to Lincolnshire, A the newest: that is the order of a page the rule fills. */
export async function fillLincolnshire(app: App, count: number): Promise<{ headlines: string[]; ids: StoryId[] }> {
  const stories = Array.from({ length: count }, (_, index) => ({
    headline: `Story ${String.fromCharCode(65 + index)}`,
    publishedAt: `2026-03-${String(28 - index).padStart(2, '0')}`,
    systems: [LINCOLNSHIRE],
  }));
  return { headlines: stories.map(({ headline }) => headline), ids: await writeStories(app, stories) };
}
