import { describe, expect, it } from 'vitest';
import { nameList, readinessOf } from '../../../renderer/features/export/export-readiness.ts';
import type { MethodOutput } from '../../../shared/contract.ts';
import type { SystemCode } from '../../../shared/models.ts';

type PageState = MethodOutput<'checks.all'>[number];

const TODAY = '2026-11-22';
const page = (code: string, more: Partial<PageState> = {}): PageState => ({
  code: code as SystemCode,
  errors: 0,
  warnings: 3,
  silenced: 0,
  signed: null,
  unsigned: 0,
  exported: null,
  ...more,
});
const said = (pages: PageState[], chosen = pages.map(({ code }) => code)) =>
  readinessOf(pages, new Set(chosen), TODAY).lines.map(({ id, message, codes }) => [id, message, codes.join(' ')]);

describe('before an export', () => {
  it('names the pages with errors, and those nobody has signed off as they stand', () => {
    expect(
      said([
        page('QJK', { errors: 2, unsigned: null }),
        page('QVV', { unsigned: 4 }),
        page('QOX'),
        page('QKS', { errors: 1 }),
      ]),
    ).toEqual([
      ['errors', '3 errors on 2 pages:', 'QJK QKS'],
      ['unsigned', '1 page never signed off, 1 page changed since sign-off:', 'QVV QJK'],
    ]);
  });

  it('looks at the chosen pages alone, and says so when all is well', () => {
    expect(said([page('QJK', { errors: 2, unsigned: null }), page('QVV')], ['QVV' as SystemCode])).toEqual([
      ['signed', 'Every chosen page is signed off as it is now.', ''],
    ]);
    expect(said([page('QJK')], [])).toEqual([]);
  });

  it('message when one of them last went out, and how many have changed since', () => {
    const at = new Date('2026-11-18T10:12:00').toISOString();
    const earlier = new Date('2026-11-02T09:00:00').toISOString();
    const exported = { at, day: '2026-11-18', isChanged: true };
    expect(said([page('QJK', { exported: { ...exported, at: earlier } }), page('QVV', { exported })]).at(-1)).toEqual([
      'exported',
      'Last exported 18 Nov at 10:12; 2 pages have changed since.',
      '',
    ]);
    expect(said([page('QVV', { exported: { ...exported, isChanged: false } })]).at(-1)?.[1]).toBe(
      'Last exported 18 Nov at 10:12; no changes since.',
    );
  });

  it('names few and counts the rest', () => {
    expect(nameList(['Devon'])).toBe('Devon');
    expect(nameList(['Devon', 'Dorset', 'Essex', 'Surrey'])).toBe('Devon · Dorset · Essex · Surrey');
    expect(nameList(['Devon', 'Dorset', 'Essex', 'Surrey', 'Kent'])).toBe('Devon · Dorset · Essex · 2 more');
  });
});
