import { describe, expect, it } from 'vitest';
import { broughtBy, summaryOf } from '../../../../renderer/features/stories/import/import-words.ts';
import {
  choiceKey,
  choicesFor,
  consequence,
  isIdle,
  shareOf,
  type TagCounts,
} from '../../../../renderer/features/stories/tags/tag-model.ts';
import type { ImportedFile, SystemCode } from '../../../../shared/models.ts';
import { testDesk } from '../../../helpers/desk.ts';

const systems = () => testDesk().ask('systems.list', { scope: 'ever' });
const counts: TagCounts = {
  total: 3,
  national: 1,
  systems: [
    { code: 'QJK' as SystemCode, count: 3 },
    { code: 'QKS' as SystemCode, count: 2 },
  ],
};

describe('the tag picker', () => {
  it('offers every system to add, and to remove only what some story has', async () => {
    const all = await systems();
    expect(choicesFor('add', all, counts, '')).toHaveLength(all.length + 1);
    expect(choicesFor('remove', all, counts, '').map(choiceKey)).toEqual(['national', 'QJK', 'QKS']);
    expect(choicesFor('remove', all, { ...counts, national: 0 }, 'kent').map(choiceKey)).toEqual(['QKS']);
    expect(choicesFor('add', all, counts, 'bob').map(choiceKey)[0]).toBe('QU9');
    expect(choicesFor('add', all, counts, 'nat').map(choiceKey)).toContain('national');
  });

  it('tells all from some from none', () => {
    expect(shareOf(3, 3)).toBe('all 3');
    expect(shareOf(2, 3)).toBe('2 of 3');
    expect(shareOf(0, 3)).toBe('none');
    expect(shareOf(1, 1)).toBe('yes');
  });

  it('says what a step will do, and which steps would do nothing', async () => {
    const all = await systems();
    const of = (key: string) => {
      const found = choicesFor('add', all, counts, '').find((choice) => choiceKey(choice) === key);
      if (!found) throw new Error(`${key} is on offer.`);
      return found;
    };
    expect(consequence('add', of('QKS'), counts)).toBe('1 story gains Kent and Medway');
    expect(consequence('remove', of('QJK'), counts)).toBe('3 stories lose Devon');
    expect(consequence('add', of('national'), counts)).toBe('2 stories gain the national mark');
    expect(isIdle('add', of('QJK'), counts, null)).toBe(true);
    expect(isIdle('add', of('QJK'), counts, 'affects')).toBe(false);
    expect(isIdle('remove', of('QU9'), counts, null)).toBe(true);
  });
});

describe('the report of an import', () => {
  const file = (change: Partial<ImportedFile>): ImportedFile => ({
    file: 'devon.txt',
    format: 'capture',
    system: 'QJK' as SystemCode,
    articles: { new: 0, changed: 0, unchanged: 0 },
    tags: { new: 0 },
    problems: [],
    changes: [],
    error: null,
    ...change,
  });
  const refused = file({ error: { code: 'file-empty', message: 'The file is empty.' } });

  it('counts what each file brought', () => {
    expect(broughtBy(file({ articles: { new: 18, changed: 1, unchanged: 1 }, tags: { new: 19 } }))).toBe(
      '18 stories new, 1 story re-worded, 1 story known already; 19 new tags',
    );
    expect(broughtBy(file({}))).toBe('nothing');
  });

  it('says in one sentence how it went', () => {
    const one = file({ articles: { new: 20, changed: 0, unchanged: 0 } });
    expect(summaryOf({ files: [one], entry: null })).toBe('20 stories came in');
    expect(summaryOf({ files: [one, refused], entry: null })).toBe('20 stories came in; 1 file was refused');
    expect(summaryOf({ files: [refused], entry: null })).toBe('The file was refused');
    expect(summaryOf({ files: [file({})], entry: null })).toBe('No new story came in');
  });
});
