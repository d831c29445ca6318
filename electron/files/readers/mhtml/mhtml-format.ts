import { DeskError } from '../../../../shared/errors.ts';
import type { ImportFormat } from '../import-format.ts';
import type { ReadItems, ReadProblem } from '../read-items.ts';
import { readHtmlBytes } from '../web-page/html-format.ts';
import { bytesOf, type MimePart, parameter, parseMime } from './mime.ts';

/** A web page with its pictures in one file, as browsers save it. The day on which it was saved is not read. */
export const mhtmlFormat: ImportFormat = {
  id: 'mhtml',
  label: 'Web page saved with its pictures (MHTML)',
  recognises: isWebArchive,
  read(bytes, context) {
    const message = parseMime(latin1(bytes));
    const page = findPage(message);
    if (page === null) {
      throw new DeskError(
        'file-format',
        'This is a mail or a web archive without a web page in it. Save the page again, or copy it as text.',
        { file: context.file },
      );
    }
    const address = [page.headers.get('content-location'), message.headers.get('snapshot-content-location')]
      .map((each) => each ?? '')
      .find((each) => /^https?:/i.test(each));
    const encoding = parameter(page.headers.get('content-type') ?? '', 'charset');
    const read = readHtmlBytes(bytesOf(page), encoding, { ...context, address: address ?? context.address });
    const isCutOff = !message.isComplete && page === lastPart(message);
    return withoutLines(read, isCutOff ? [CUT_OFF] : []);
  },
};

const CUT_OFF: ReadProblem = {
  line: null,
  code: 'cut-off',
  message: 'The file ends in the middle of the page. Its last stories may be incomplete or missing.',
};

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function isWebArchive(bytes: Uint8Array): boolean {
  const start = latin1(bytes.subarray(0, 8192)).trimStart();
  if (!/^[a-z][a-z-]{1,40}:[ \t]/i.test(start)) return false;
  if (start.startsWith('From: <Saved by ')) return true;
  const head = start.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return /^mime-version:/im.test(head) && /^content-type:\s*multipart\/related\b/im.test(head);
}

/** The part that the message names as its start, else the page of the message's own address, else the first page. */
function findPage(message: MimePart): MimePart | null {
  const pages = allParts(message).filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const start = parameter(message.headers.get('content-type') ?? '', 'start');
  const address = message.headers.get('snapshot-content-location');
  return (
    pages.find(({ headers }) => start !== null && headers.get('content-id') === start) ??
    pages.find(({ headers }) => address !== undefined && headers.get('content-location') === address) ??
    pages[0] ??
    null
  );
}

function allParts(part: MimePart): MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(allParts);
}

function lastPart(message: MimePart): MimePart | undefined {
  return allParts(message).at(-1);
}

/** Lines of the page are no lines of the file. */
function withoutLines(items: ReadItems, more: readonly ReadProblem[]): ReadItems {
  const [first, ...others] = items.map((part) => {
    const stories = part.stories.map((story) => ({ ...story, line: null }));
    const problems = part.problems.map((problem): ReadProblem => ({ ...problem, line: null }));
    return part.kind === 'page' ? { ...part, stories, problems, titleLine: null } : { ...part, stories, problems };
  });
  if (first === undefined) throw new Error('A page was read without a part');
  first.problems.push(...more.filter(({ code }) => first.problems.every((each) => each.code !== code)));
  return [first, ...others];
}
