import type { EditorTeaser, StoryId, SystemCode } from '../../shared/models.ts';
import { asFile, captureText, type TestDesk, type TestDeskOptions, testDesk } from './desk.ts';

export const DEVON = 'QJK' as SystemCode;
export const DORSET = 'QVV' as SystemCode;

export const NUMBERS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];

/** What tests of one page need, with stories by headline. */
export interface PageDesk extends TestDesk {
  id(headline: string): StoryId;
  teasers(system?: SystemCode): Promise<EditorTeaser[]>;
  /** Headlines from the lead down, a pin with a star. */
  order(system?: SystemCode): Promise<string>;
  waiting(system?: SystemCode): Promise<[string, string][]>;
}

/** A desk with a page of fills on Devon, `One` on top, and the `dorset` headlines on Dorset. */
export async function pageDesk(
  count = 6,
  dorset: readonly string[] = [],
  options: TestDeskOptions = {},
): Promise<PageDesk> {
  const desk = testDesk(options);
  const capture = (title: string, names: readonly string[]) =>
    captureText(
      title,
      names.map((name) => [null, name, `The ${name} teaser.`] as const),
    );
  const names = Array.from({ length: count }, (_, index) => NUMBERS[index] ?? `Number ${index + 1}`);
  const files = [asFile('devon.txt', capture('Devon ICS', names))];
  if (dorset.length > 0) files.push(asFile('dorset.txt', capture('Dorset ICS', dorset)));
  await desk.ask('import.contents', { files, seenOn: '2026-11-20' });
  const { stories } = await desk.ask('stories.list', { query: { withdrawn: 'show' }, limit: 200 });
  const ids = new Map(stories.map((story) => [story.headline, story.id]));
  const view = (system: SystemCode) => desk.ask('pages.get', { system });
  const teasers = async (system = DEVON) => (await view(system)).zones.flatMap((zone) => zone.teasers);
  return {
    ...desk,
    id: (headline) => {
      const id = ids.get(headline);
      if (!id) throw new Error(`no story ${headline}`);
      return id;
    },
    teasers,
    order: async (system = DEVON) =>
      (await teasers(system))
        .map(({ headline, placed }) => (placed === 'pinned' ? `${headline}*` : headline))
        .join(' '),
    waiting: async (system = DEVON) => (await view(system)).waiting.map(({ headline, why }) => [headline, why]),
  };
}
