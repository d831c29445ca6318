import { describe, expect, it } from 'vitest';
import { groupPages, neighbour } from '../../../renderer/features/page-editor/pages-list-model.ts';
import { PageSummary } from '../../../shared/models.ts';

function page(code: string, shortName: string, region: string, activeTo: string | null = null): PageSummary {
  return PageSummary.parse({
    code,
    slug: shortName.toLowerCase().replaceAll(' ', '-'),
    shortName,
    region,
    active: activeTo === null,
    activeTo,
    filed: 0,
    teasers: 0,
    pinned: 0,
    free: 0,
    filled: 0,
    lead: null,
  });
}

const pages = [
  page('QT1', 'Nottingham and Nottinghamshire', 'Midlands'),
  page('QJM', 'Lincolnshire', 'Midlands'),
  page('QSL', 'Somerset', 'South West'),
  page('QHG', 'Bedfordshire, Luton and Milton Keynes', 'East of England', '2026-03-31'),
  page('QNQ', 'Frimley', 'South East', '2026-03-31'),
  page('QOX', 'Old Patch', 'South West', '2024-03-31'),
];

describe('the list of pages', () => {
  it('groups active systems by region, both by name', () => {
    const { regions } = groupPages(pages);
    expect(regions.map(({ region, pages: members }) => [region, members.map((member) => member.shortName)])).toEqual([
      ['Midlands', ['Lincolnshire', 'Nottingham and Nottinghamshire']],
      ['South West', ['Somerset']],
    ]);
  });

  it('keeps former systems apart, the last to end first', () => {
    expect(groupPages(pages).former.map((former) => former.code)).toEqual(['QHG', 'QNQ', 'QOX']);
  });

  it('steps from page to page in the order shown, round the ends', () => {
    expect(neighbour(pages, 'QJM', 'next')?.code).toBe('QT1');
    expect(neighbour(pages, 'QSL', 'next')?.code).toBe('QHG');
    expect(neighbour(pages, 'QJM', 'previous')?.code).toBe('QOX');
    expect(neighbour([page('QSL', 'Somerset', 'South West')], 'QSL', 'next')).toBeNull();
  });
});
