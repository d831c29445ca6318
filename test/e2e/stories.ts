import type { StoryId, SystemCode } from '../../shared/models.ts';
import { BLANK } from '../helpers/story.ts';
import type { App } from './fixtures.ts';

export const LINCOLNSHIRE = 'QJM' as SystemCode;
export const DEVON = 'QJK' as SystemCode;

/** Writes a story, filed or not; its standfirst is its headline in other words. */
export async function writeStory(
  app: App,
  headline: string,
  more: { systems?: SystemCode[]; publishedAt?: string; standfirst?: string; alt?: string } = {},
): Promise<StoryId> {
  const { systems = [], publishedAt = null, standfirst = `What is known about “${headline}”.`, alt = null } = more;
  const fields = { ...BLANK, headline, standfirst, alt, publishedAt };
  return (await app.invoke('stories.create', { fields, systems })).id;
}

/** Stories A, B, C ... filed to Lincolnshire, A the newest: that is the order of a page the rule fills. */
export async function fillLincolnshire(app: App, count: number): Promise<{ headlines: string[]; ids: StoryId[] }> {
  const headlines: string[] = [];
  const ids: StoryId[] = [];
  for (let index = 0; index < count; index += 1) {
    const headline = `Story ${String.fromCharCode(65 + index)}`;
    const publishedAt = `2026-03-${String(28 - index).padStart(2, '0')}`;
    ids.push(await writeStory(app, headline, { systems: [LINCOLNSHIRE], publishedAt }));
    headlines.push(headline);
  }
  return { headlines, ids };
}
