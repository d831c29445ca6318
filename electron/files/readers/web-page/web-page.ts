import { DeskError } from '../../../../shared/errors.ts';
import { counted } from '../../../../shared/words/counted.ts';
import { inQuotes } from '../../../../shared/words/quotes.ts';
import { repairGarbled } from '../garbled-text.ts';
import type { ReadContext, ReadItems, ReadProblem } from '../read-items.ts';
import { makeAddresses } from './addresses.ts';
import { articleEvidence, readArticle } from './article-page.ts';
import { descendants, lineOf, parseHtml } from './html-tree.ts';
import { readDescribedList, readStoryList, type StoryList } from './landing-page.ts';
import { metaValue, readHead } from './page-head.ts';
import { findOtherTitle, findTitleHeading } from './page-title.ts';
import { findSiteParts, shortened } from './site-parts.ts';
import { structuredStories } from './structured-data.ts';

const REPAIRED = 'The text was garbled before it was saved. Patchdesk put it right.';

/** Reads a landing page or an article page from the text of its source. Throws DeskError for any other page. */
export function readWebPage(text: string, context: ReadContext): ReadItems {
  const source = repairGarbled(text);
  const repaired: ReadProblem[] = source === null ? [] : [{ line: null, code: 'encoding-repaired', message: REPAIRED }];
  const root = parseHtml(source ?? text, context.file);
  const head = readHead(root);
  const canonical = head.canonical ?? metaValue(head, 'og:url');
  const addresses = makeAddresses(head.base, [context.address, canonical]);
  const withRelative = (problems: ReadProblem[]) => [
    ...repaired,
    ...problems,
    ...relativeProblem(addresses.countRelative()),
  ];

  const heading = findTitleHeading(root, context.namesSystem);
  const parts = findSiteParts(root, heading?.element ?? firstHeading(root));
  // A heading that names a system makes it a landing page, whatever its meta elements say.
  const evidence = heading === null ? articleEvidence(head, root, parts) : null;
  const isArticle = evidence === 'data' || evidence === 'meta';
  const title = heading ?? (isArticle ? null : findOtherTitle(root, head, parts, context.namesSystem));

  const list = isArticle
    ? null
    : withDescribed(readStoryList(root, title?.element ?? null, parts, addresses, context), () =>
        readDescribedList(structuredStories(head.data), addresses, context),
      );
  if (title !== null && list !== null && list.stories.length > 0) {
    const titleLine = title.element === null ? null : lineOf(title.element);
    const { stories, problems } = list;
    return [
      {
        kind: 'page',
        title: title.name,
        titleLine,
        stories,
        problems: withRelative([...problems, ...parts.problems()]),
      },
    ];
  }
  if (evidence !== null && !(evidence === 'markup' && (list?.stories.length ?? 0) > 2)) {
    const problems: ReadProblem[] = [];
    const story = readArticle(root, head, parts, addresses, context, problems);
    if (story !== null) {
      return [{ kind: 'list', stories: [story], problems: withRelative([...problems, ...parts.problems()]) }];
    }
  }
  throw refusal(context.file, title?.name ?? null, list?.stories.length ?? 0, head.title);
}

function firstHeading(root: ReturnType<typeof parseHtml>) {
  for (const element of descendants(root)) if (element.tagName === 'h1') return element;
  return null;
}

function withDescribed(list: StoryList, described: () => StoryList): StoryList {
  return list.stories.length > 0 ? list : described();
}

function relativeProblem(count: number): ReadProblem[] {
  if (count === 0) return [];
  const message = `${counted(count, 'address is', 'addresses are')} relative, and the page does not say where it was. Save the page from the browser with its address, or leave these stories without one.`;
  return [{ line: null, code: 'address-relative', message }];
}

function refusal(file: string, system: string | null, stories: number, title: string | null): DeskError {
  if (system !== null) {
    return new DeskError(
      'capture-no-stories',
      `This web page is about ${system}, but it has no list of headlines. Its stories may be loaded by a script: open the page, select all, copy, and save it as text.`,
      { file },
    );
  }
  const called = title === null ? 'has no title' : `is called ${inQuotes(shortened(title))}`;
  if (stories > 0) {
    return new DeskError(
      'capture-unknown-system',
      `This web page ${called} and has ${counted(stories, 'headline', 'headlines')}, but neither a heading nor its title names a system, such as “Frimley ICS”. Save the landing page of one system, or an article.`,
      { file },
    );
  }
  return new DeskError(
    'capture-no-stories',
    `This web page ${called}. It is neither a landing page with headlines nor an article. If its text is loaded by a script, open the page, select all, copy, and save it as text.`,
    { file },
  );
}
