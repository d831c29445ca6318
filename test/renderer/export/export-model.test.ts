import { describe, expect, it } from 'vitest';
import {
  byRegion,
  changeCounts,
  changesOf,
  formatBytes,
  formatWritten,
  nextStep,
  receiptPages,
  stillActive,
  withoutSystems,
  withSystems,
  zipName,
} from '../../../renderer/features/export/export-model.ts';
import { Receipt, ReceiptPage, System, SystemCode } from '../../../shared/models.ts';

const code = (text: string) => SystemCode.parse(text);

function system(text: string, shortName: string, region: string): System {
  return System.parse({
    code: text,
    slug: shortName.toLowerCase(),
    shortName,
    boardName: shortName,
    region,
    activeFrom: '2022-07-01',
    activeTo: null,
    successors: [],
    abbreviations: [],
  });
}

function receiptPage(text: string, changes: ReceiptPage['changes'] = []): ReceiptPage {
  const count = (change: string) => changes.filter((entry) => entry.change === change).length;
  return ReceiptPage.parse({
    code: text,
    slug: text.toLowerCase(),
    added: count('added'),
    moved: count('moved'),
    removed: count('removed'),
    reworded: count('reworded'),
    files: [{ path: `${text}/index.txt`, bytes: 1500, sha256: 'a' }],
    changes,
    teasers: [],
  });
}

const change = (kind: ReceiptPage['changes'][number]['change'], headline: string): ReceiptPage['changes'][number] =>
  ({ articleId: '019a0000-0000-7000-8000-000000000000', headline, change: kind }) as ReceiptPage['changes'][number];

const systems = [
  system('QT1', 'Nottingham', 'Midlands'),
  system('QJM', 'Lincolnshire', 'Midlands'),
  system('QSL', 'Somerset', 'South West'),
];

describe('choosing systems', () => {
  it('says for each region whether all, some or none of it is chosen', () => {
    const regions = byRegion(systems, new Set([code('QJM'), code('QSL')]));
    expect(regions.map((region) => [region.region, region.chosen, region.count])).toEqual([
      ['Midlands', 'some', 1],
      ['South West', 'all', 1],
    ]);
    expect(byRegion(systems, new Set()).map((region) => region.chosen)).toEqual(['none', 'none']);
  });

  it('adds and removes without touching the rest', () => {
    const some = new Set([code('QJM')]);
    expect([...withSystems(some, [code('QJM'), code('QT1')])]).toEqual(['QJM', 'QT1']);
    expect([...withoutSystems(withSystems(some, [code('QT1')]), [code('QJM')])]).toEqual(['QT1']);
    expect([...some]).toEqual(['QJM']);
  });

  it('forgets systems that the register no longer has', () => {
    expect([...stillActive(new Set([code('QNQ'), code('QSL')]), systems)]).toEqual(['QSL']);
  });
});

describe('reading a receipt', () => {
  const changed = receiptPage('QSL', [change('moved', 'Third'), change('added', 'First'), change('added', 'Second')]);

  it('tells what happened to a page, in words and by headline', () => {
    expect(changeCounts(changed)).toBe('2 added, 1 moved');
    expect(
      changesOf(changed).map(({ change, teasers }) => ({ change, headlines: teasers.map((t) => t.headline) })),
    ).toEqual([
      { change: 'added', headlines: ['First', 'Second'] },
      { change: 'moved', headlines: ['Third'] },
    ]);
    expect(changeCounts(receiptPage('QT1'))).toBe('No change since the last export');
  });

  it('puts changed pages first and leaves out pages that were not written', () => {
    const receipt = Receipt.parse({
      version: 1,
      tool: 'patchdesk',
      asOf: '2026-11-19',
      pages: [receiptPage('QT1'), receiptPage('QJM'), changed],
    });
    const names = new Map(systems.map((entry) => [entry.code as string, entry.shortName]));
    expect(receiptPages(receipt, names, null).map((row) => row.name)).toEqual([
      'Somerset',
      'Lincolnshire',
      'Nottingham',
    ]);
    expect(receiptPages(receipt, names, [code('QT1')]).map((row) => row.name)).toEqual(['Nottingham']);
    expect(zipName(receipt.asOf)).toBe('patchdesk-2026-11-19.zip');
  });

  it('counts pages, files and bytes', () => {
    expect(formatWritten([changed])).toBe('1 page in 1 file, 1.5 kB');
    expect(formatWritten([changed, receiptPage('QT1')])).toBe('2 pages in 2 files, 3.0 kB');
    expect([formatBytes(12), formatBytes(45_200), formatBytes(1_240_000)]).toEqual(['12 bytes', '45 kB', '1.2 MB']);
  });

  it('knows what helps when an export is refused', () => {
    expect(nextStep('export-foreign-folder')).toBe('choose-folder');
    expect(nextStep('export-no-pages')).toBe('choose-systems');
    expect(nextStep('export-failed')).toBe('retry');
  });
});
