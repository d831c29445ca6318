import fc from 'fast-check';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { detectFormat, getFormat } from '../../../electron/files/readers/index.ts';
import type { ReadContext } from '../../../electron/files/readers/read-items.ts';
import { DeskError } from '../../../shared/errors.ts';
import { runs } from '../../helpers/property-runs.ts';

const context: ReadContext = { file: 'plan.xlsx', seenOn: '2026-11-21', namesSystem: () => false, address: null };

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const WORKBOOK = `<?xml version="1.0"?><x:workbook xmlns:x="${SHEET}" xmlns:r="urn:r"><x:sheets>
  <x:sheet name="Old" sheetId="1" state="hidden" r:id="a"/><x:sheet name="Plan" sheetId="2" r:id="b"/><x:sheet name="Notes" sheetId="3" r:id="c"/>
</x:sheets></x:workbook>`;
const RELATIONS = `<Relationships xmlns="urn:p"><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></Relationships>`;
const STRINGS = `<sst xmlns="${SHEET}"><si><t>Headline</t></si><si><r><t>Beds </t></r><r><t>shut &amp; sold</t></r><rPh><t>x</t></rPh></si><si><t>Published</t></si></sst>`;
const ROWS = `<worksheet xmlns="${SHEET}"><sheetData>
  <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>National</t></is></c></row>
  <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3"><v>46346.260416666664</v></c><c r="D3" t="b"><v>1</v></c></row>
  <row r="4"><c r="A4" t="str"><f>"a"&amp;"b"</f><v>From a formula</v></c><c r="C4" t="e"><v>#REF!</v></c><c r="XFD4"><v>1</v></c></row>
  <row r="5"><c r="C5"><v>46346</v></c></row>
</sheetData></worksheet>`;

function workbook(parts: Record<string, string> = {}): Uint8Array {
  const all = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': RELATIONS,
    'xl/sharedStrings.xml': STRINGS,
    'xl/worksheets/sheet1.xml': '<broken',
    'xl/worksheets/sheet2.xml': ROWS,
    ...parts,
  };
  const packed: Zippable = Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(packed);
}

const read = async (bytes: Uint8Array) => {
  const [list] = await getFormat('xlsx').read(bytes, context);
  return list;
};

const refusal = (bytes: Uint8Array) =>
  read(bytes).then(
    () => null,
    (error: unknown) => (error instanceof DeskError ? error.fault : error),
  );

test('the first sheet that shows is a table like any other', async () => {
  const bytes = workbook();
  expect(detectFormat('plan', bytes).id).toBe('xlsx');
  const { stories, problems } = await read(bytes);
  expect(stories).toMatchObject([
    { headline: 'Beds shut & sold', publishedAt: '2026-11-20T06:15', national: true, line: 3 },
    { headline: 'From a formula', publishedAt: null, national: false, line: 4 },
  ]);
  expect(problems.map(({ code, line }) => [code, line])).toEqual([
    ['left-out', null],
    ['headline-missing', 5],
  ]);
  expect(problems[0]?.message).toBe('Only the first sheet, “Plan”, was read. Left out: “Notes”.');
});

test('days that count from 1904 are the same days', async () => {
  const since1904 = WORKBOOK.replace('<x:sheets>', '<x:workbookPr date1904="1"/><x:sheets>');
  const sheet = ROWS.replace('46346.260416666664', String(46346.25 - 1462));
  const { stories } = await read(workbook({ 'xl/workbook.xml': since1904, 'xl/worksheets/sheet2.xml': sheet }));
  expect(stories[0]?.publishedAt).toBe('2026-11-20T06:00');
});

test.each([
  ['cut off', workbook().subarray(0, 700)],
  ['without its sheet', workbook({ 'xl/_rels/workbook.xml.rels': '<Relationships/>', 'xl/worksheets/sheet1.xml': '' })],
  ['with a broken sheet', workbook({ 'xl/worksheets/sheet2.xml': ROWS.slice(0, 300) })],
])('a spreadsheet %s is refused', async (_, bytes) => {
  expect(await refusal(bytes)).toMatchObject({ code: 'file-format', file: 'plan.xlsx' });
});

test('a spreadsheet that would fill the memory is refused before it is unpacked', async () => {
  const bytes = workbook({ 'xl/worksheets/sheet2.xml': ' '.repeat(70 * 1024 * 1024) });
  expect(bytes.length).toBeLessThan(200_000);
  expect(await refusal(bytes)).toMatchObject({ code: 'too-large' });
});

test('other documents are named, with what to do', () => {
  const document = zipSync({ 'word/document.xml': strToU8('<w/>') });
  expect(() => detectFormat('a.docx', document)).toThrow('This is a Word document');
  const sheet = zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] });
  expect(() => detectFormat('a.ods', sheet)).toThrow('save the sheet with the stories as CSV');
});

test('no damage makes it throw a bug', async () => {
  const whole = workbook();
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, byte] of changes) bytes[at] = byte;
      const fault = await refusal(bytes);
      expect(fault instanceof Error).toBe(false);
    }),
    { numRuns: runs(400) },
  );
});
