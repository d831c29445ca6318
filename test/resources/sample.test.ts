import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import register from '../../resources/register/systems.json' with { type: 'json' };
import { DayOrTime, OverrideField, StoryFields, Strength, type SystemCode } from '../../shared/models.ts';
import { ZoneSpecs } from '../../shared/pages/fill-rules.ts';
import { readPage } from '../helpers/captures.ts';
import { testDesk } from '../helpers/desk.ts';

const SAMPLE = join(import.meta.dirname, '../../resources/sample');
const FIRST_DAY = '2024-11-21';
const LAST_DAY = '2026-11-20';

const systems = new Map(register.systems.map((system) => [system.code, system]));
const activeCodes = register.systems.filter((system) => system.activeTo === null).map((system) => system.code);
const KnownSystem = z.string().refine((code) => systems.has(code), 'not in the register');

const Story = z.strictObject({
  ...StoryFields.omit({ imageAddress: true }).shape,
  systems: z.array(z.strictObject({ code: KnownSystem, strength: Strength })),
  national: z.boolean(),
  withdrawn: z.boolean(),
});
const Placement = z.strictObject({
  system: KnownSystem,
  headline: z.string(),
  placed: z.enum(['pinned', 'free']),
  position: z.number().int().min(1).max(20),
  words: z.partialRecord(OverrideField, z.string().min(1)).optional(),
});

const lines = readFileSync(join(SAMPLE, 'stories.jsonl'), 'utf8').trimEnd().split('\n');
const stories = lines.map((line) => Story.parse(JSON.parse(line)));
const placements = z.array(Placement).parse(JSON.parse(readFileSync(join(SAMPLE, 'pages.json'), 'utf8')));

const zones = z
  .array(
    z.strictObject({
      systems: z.array(KnownSystem.transform((code) => code as SystemCode)),
      template: z.string().optional(),
      zones: ZoneSpecs.optional(),
    }),
  )
  .parse(JSON.parse(readFileSync(join(SAMPLE, 'zones.json'), 'utf8')));

function capture(name: string) {
  return readPage(readFileSync(join(SAMPLE, 'captures', name)));
}

function byHeadline(): Map<string, (typeof stories)[number][]> {
  return Map.groupBy(stories, (story) => story.headline);
}

function days(day: string): number {
  return Date.parse(day.slice(0, 10)) / 86_400_000;
}

describe('the sample stories', () => {
  it('are many, and keep every field as it is written', () => {
    expect(stories.length).toBeGreaterThanOrEqual(320);
    for (const [i, line] of lines.entries()) expect(stories[i]).toEqual(JSON.parse(line));
  });

  it('are dated over two years, but for a few that are undated', () => {
    const dated = stories.flatMap((story) => story.publishedAt ?? []);
    expect(stories.length - dated.length).toBeLessThan(10);
    expect(stories.length).toBeGreaterThan(dated.length);
    for (const at of dated) {
      expect(DayOrTime.safeParse(at).success, at).toBe(true);
      expect(at.slice(0, 10) >= FIRST_DAY && at.slice(0, 10) <= LAST_DAY, at).toBe(true);
    }
    for (let month = days(FIRST_DAY); month + 31 <= days(LAST_DAY); month += 31) {
      expect(dated.filter((at) => days(at) >= month && days(at) < month + 31).length).toBeGreaterThan(2);
    }
  });

  it('are filed to systems that were active when the story came out', () => {
    for (const { headline, publishedAt, systems: tags } of stories) {
      expect(new Set(tags.map((tag) => tag.code)).size, headline).toBe(tags.length);
      if (publishedAt === null) continue;
      for (const { code } of tags) {
        const system = systems.get(code);
        const day = publishedAt.slice(0, 10);
        expect(system && system.activeFrom <= day && day <= (system.activeTo ?? day), `${code}: ${headline}`).toBe(
          true,
        );
      }
    }
  });

  it('give each active system at least six stories of its own, and each former one some', () => {
    for (const code of systems.keys()) {
      const own = stories.filter((story) => !story.withdrawn && story.systems.some((tag) => tag.code === code));
      expect(own.length, code).toBeGreaterThanOrEqual(activeCodes.includes(code) ? 6 : 2);
    }
  });

  it('hold some of everything an editor meets', () => {
    const count = (test: (story: (typeof stories)[number]) => boolean) => stories.filter(test).length;
    expect(count((story) => story.national)).toBeGreaterThanOrEqual(25);
    expect(count((story) => !story.national && story.systems.length === 0)).toBeGreaterThanOrEqual(28);
    expect(count((story) => story.systems.length > 1)).toBeGreaterThanOrEqual(30);
    expect(count((story) => story.withdrawn)).toBeGreaterThanOrEqual(3);
    expect(count((story) => story.embargoUntil?.startsWith('2027') ?? false)).toBe(1);
    expect(count((story) => story.kicker !== null)).toBeGreaterThanOrEqual(20);
    expect(count((story) => story.body !== null)).toBeGreaterThanOrEqual(20);
    expect(count((story) => story.alt !== null) / stories.length).toBeCloseTo(2 / 3, 1);
    expect(count((story) => story.byline === null)).toBeGreaterThan(0);
    expect(new Set(stories.map((story) => story.kind)).size).toBeGreaterThanOrEqual(6);
    for (const strength of ['about', 'affects', 'mentioned']) {
      expect(
        count((story) => story.systems.some((tag) => tag.strength === strength)),
        strength,
      ).toBeGreaterThan(4);
    }
  });

  it('have headlines and standfirsts of a sensible length, and addresses that lead nowhere real', () => {
    for (const story of stories) {
      expect(story.headline.length, story.headline).toBeGreaterThanOrEqual(15);
      expect(story.headline.length, story.headline).toBeLessThanOrEqual(110);
      expect(story.standfirst?.length ?? 60, story.headline).toBeGreaterThanOrEqual(40);
      expect(story.standfirst?.length ?? 60, story.headline).toBeLessThanOrEqual(240);
      expect(`${story.headline}${story.standfirst ?? ''}${story.body ?? ''}`).not.toMatch(/['"]| {2}/);
      if (story.url !== null) expect(story.url).toMatch(/^https:\/\/example\.org\/[a-z0-9/-]+$/);
    }
    const addresses = stories.flatMap((story) => story.url ?? []);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('repeat a headline only for two stories far apart in time', () => {
    const pairs = [...byHeadline().values()].filter((same) => same.length > 1);
    expect(pairs.length).toBeGreaterThanOrEqual(2);
    for (const same of pairs) {
      const [first, second] = same.map((story) => days(story.publishedAt ?? 'undated'));
      expect(same).toHaveLength(2);
      expect(Math.abs((first ?? 0) - (second ?? 0))).toBeGreaterThan(30);
    }
  });

  it('have columns whose issues share one teaser, and no other repeated teaser', () => {
    const repeated = [...Map.groupBy(stories, (story) => story.standfirst).values()].filter((same) => same.length > 1);
    expect(repeated.length).toBeGreaterThanOrEqual(3);
    for (const story of repeated.flat()) expect(story.kind).toBe('Column');
  });
});

describe('the sample placements', () => {
  it('stand on pages of active systems and name one story each', () => {
    expect(new Set(placements.map((placement) => placement.system)).size).toBeGreaterThanOrEqual(8);
    const titles = byHeadline();
    for (const { system, headline } of placements) {
      expect(activeCodes).toContain(system);
      const [story, ...others] = titles.get(headline) ?? [];
      expect(others, headline).toEqual([]);
      expect(
        story?.systems.some((tag) => tag.code === system),
        headline,
      ).toBe(true);
    }
  });

  it('give each number of a page once', () => {
    const numbers = placements.map(({ system, position }) => `${system} ${position}`);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(placements.some((placement) => placement.placed === 'pinned' && placement.words)).toBe(true);
  });
});

describe('the sample zones', () => {
  it('show templates and zones of their own, on pages of active systems', () => {
    const named = zones.flatMap(({ systems }) => systems);
    for (const code of named) expect(activeCodes).toContain(code);
    expect(new Set(named).size).toBe(named.length);
    const shipped = ['stories', 'lead-stories', 'lead-stories-columns'];
    for (const { template } of zones) if (template) expect(shipped).toContain(template);
    const own = zones.flatMap((one) => one.zones ?? []);
    expect(own.some(({ rule }) => rule.borrow !== null)).toBe(true);
  });

  it('fill: no zone of theirs is empty, a thin one borrows, and columns stand apart', async () => {
    const desk = testDesk();
    await desk.ask('library.openSample', {});
    for (const code of zones.flatMap(({ systems }) => systems)) {
      const page = await desk.ask('pages.get', { system: code });
      for (const { name, teasers } of page.zones) expect(teasers.length, `${code} ${name}`).toBeGreaterThan(0);
      expect(page.waiting, code).toEqual([]);
    }
    const lincolnshire = await desk.ask('pages.get', { system: 'QJM' as SystemCode });
    expect(lincolnshire.zones.at(-1)?.teasers.map(({ kind }) => kind)).toEqual([
      'Column',
      'Column',
      'Column',
      'Column',
    ]);
    const thin = await desk.ask('pages.get', { system: 'T6Y0W' as SystemCode });
    expect(thin.zones[1]?.teasers.filter(({ scope }) => scope === 'nearby').length).toBeGreaterThan(2);
  });
});

describe('the sample captures', () => {
  it.each([
    ['lincolnshire-ics.txt', 'Lincolnshire ICS'],
    ['west-yorkshire-ics.txt', 'West Yorkshire ICS'],
  ])('%s is a page of twenty stories, some of them in the library', (file, title) => {
    const page = capture(file);
    expect(page.title).toBe(title);
    expect(page.stories).toHaveLength(20);
    const titles = byHeadline();
    const known = page.stories.filter((story) => titles.has(story.headline));
    expect(known.length).toBeGreaterThanOrEqual(8);
    expect(known.length).toBeLessThanOrEqual(14);
    expect(new Set(page.stories.map((story) => story.headline)).size).toBe(20);
    const unlabelled = page.stories.filter((story) => story.label === null);
    expect(unlabelled.length).toBeGreaterThanOrEqual(4);
  });

  it('share stories with one another, and bring one teaser re-worded', () => {
    const [first, second] = [capture('lincolnshire-ics.txt'), capture('west-yorkshire-ics.txt')];
    const shared = first.stories.filter((story) => second.stories.some(({ headline }) => headline === story.headline));
    expect(shared.length).toBeGreaterThanOrEqual(2);
    const titles = byHeadline();
    const reworded = [...first.stories, ...second.stories].filter((story) => {
      const [known] = titles.get(story.headline) ?? [];
      return known !== undefined && known.standfirst !== story.standfirst;
    });
    expect(reworded).toHaveLength(1);
  });
});
