import { describe, expect, it } from 'vitest';
import { detectFormat, getFormat, IMPORT_FORMATS } from '../../electron/files/readers/index.ts';
import { DeskError, type DeskFault } from '../../shared/errors.ts';
import { readPage } from '../helpers/captures.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function refusal(run: () => unknown): DeskFault {
  try {
    run();
  } catch (error) {
    if (error instanceof DeskError) return error.fault;
    throw error;
  }
  throw new Error('Nothing was refused');
}

const refuse = (content: string | Uint8Array) => refusal(() => readPage(content));

describe('files that are refused', () => {
  it.each([
    ['an empty file', '', 'file-empty', undefined],
    ['blank lines only', '\n \u00a0\n\u200b\r\n', 'file-empty', undefined],
    ['a byte-order mark only', '\ufeff', 'file-empty', undefined],
    ['a title only', '\nLincolnshire ICS\n', 'capture-no-stories', 2],
    ['no title', 'Label\n\nHeadline\n\n\nTeaser\n\nLabel\n\nHeadline\n\n\nTeaser', 'capture-no-title', 1],
    ['no title, and a first story without a label', 'H\n\n\nTeaser\n\nL\n\nH\n\n\nTeaser', 'capture-no-title', 1],
    ['a teaser for a title', `${'Words '.repeat(40)}\n\nL\n\nH\n\n\nS`, 'capture-no-title', 1],
    ['lines without blank ones', 'Title\nLabel\nHeadline\nTeaser', 'capture-shape', 2],
    ['single blank lines throughout', 'T\n\nL\n\nH\n\nS\n\nL\n\nH\n\nS', 'capture-shape', 7],
    ['a second line under a headline that is no date', 'T\n\nL\n\nH\n31 June 2023\n\n\nS', 'capture-shape', 6],
    ['a label at the end', 'T\n\nL\n\nH\n\n\nS\n\nL', 'capture-shape', 10],
    ['three blank lines before a teaser', 'T\n\nL\n\nH\n\n\n\nS\n\nL\n\nH\n\n\nS', 'capture-shape', 9],
    ['a NUL byte', 'T\n\nL\n\nH\n\n\nS\0', 'file-binary', 8],
    ['control characters throughout', '\u0001\u0002T\u0003\u0004\u0005\u0006', 'file-binary', undefined],
    ['a web page', '\n<!DOCTYPE html>\n<html><body>T</body></html>', 'file-format', undefined],
    ['a piece of a web page', '<h1>Lincolnshire ICS</h1>', 'file-format', undefined],
    ['an archived web page', 'From: <Saved by Blink>\n\nT', 'file-format', undefined],
    ['rich text', '{\\rtf1\\ansi T}', 'file-format', undefined],
    ['JSON', '{"title": "Lincolnshire ICS"}', 'file-format', undefined],
  ])('%s', (_, content, code, line) => {
    const fault = refuse(content);
    expect(fault).toMatchObject({ code, file: 'page.txt' });
    expect(fault.line).toBe(line);
    expect(fault.message).toMatch(/^[A-Z].*[.]$/);
  });

  it.each([
    ['a PNG picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['a JPEG picture', [0xff, 0xd8, 0xff, 0xe0]],
    ['a PDF document', [...utf8('%PDF-1.7\n')]],
    ['a Word document', [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ['an old Word', [0xd0, 0xcf, 0x11, 0xe0]],
    ['a database', [...utf8('SQLite format 3\0')]],
  ])('%s, whatever its name', (what, bytes) => {
    const fault = refuse(Uint8Array.from(bytes));
    expect(fault.code).toBe('file-binary');
    expect(fault.message).toContain(what);
    expect(refusal(() => detectFormat('page.txt', Uint8Array.from(bytes)))).toEqual(fault);
  });

  it('UTF-16 that is cut off', () => {
    expect(refuse(Uint8Array.of(0xff, 0xfe, 0x54, 0x00, 0x0a)).code).toBe('file-unreadable');
  });

  it('UTF-8 that is damaged in one line, instead of turning all its quotes into litter', () => {
    const text = utf8('T\n\nL\n\n‘Quoted’ headline\n\n\nTeaser X');
    text[text.length - 1] = 0xe2;
    expect(refuse(text)).toMatchObject({ code: 'file-unreadable', line: 8 });
  });

  it('a dated page whose spacing fits two readings', () => {
    const fault = refuse('T\n\n\nL\n\nH\n\n\n21 November 2023\n\n\n\n21 November 2023\n\nL\n\nH');
    expect(fault.code).toBe('capture-shape');
    expect(fault.line).toEqual(expect.any(Number));
  });
});

describe('formats', () => {
  it('are known by name', () => {
    expect(getFormat('capture')).toBe(IMPORT_FORMATS.at(-1));
    const fault = refusal(() => getFormat('docx'));
    expect(fault.code).toBe('file-format');
    expect(fault.message).toContain('“docx”');
    expect(fault.message).toContain('capture');
  });

  it('are told by content', async () => {
    const bytes = utf8('T\n\n\nH\n\n\nS');
    const context = { file: 'page.csv', seenOn: '2026-11-21', namesSystem: () => true, address: null };
    const [page] = await detectFormat('page.csv', bytes).read(bytes, context);
    expect(page.stories).toMatchObject([{ headline: 'H', standfirst: 'S' }]);
  });
});
