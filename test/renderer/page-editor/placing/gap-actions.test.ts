import { describe, expect, it } from 'vitest';
import {
  fixGap,
  gapFixes,
  isGap,
  nextBest,
  openGapOf,
} from '../../../../renderer/features/page-editor/placing/gap-actions.ts';
import {
  formatGap,
  gapOfKey,
  isTeaser,
  isVacancy,
  keyOfRow,
  rowsOf,
} from '../../../../renderer/features/page-editor/teaser-rows.ts';
import type { Candidate, PageView, StoryId, Strength, WaitingPlacement } from '../../../../shared/models.ts';
import { DEFAULT_RULE, type FillRule } from '../../../../shared/pages/fill-rules.ts';
import { DEVON, pageDesk } from '../../../helpers/pages.ts';
import { openWindow } from '../open-page.ts';

/** A page of six where `Three` and `Five` were pinned, and neither shows. */
async function withGaps() {
  const desk = await pageDesk();
  for (const name of ['Three', 'Five']) await desk.ask('pages.pin', { system: DEVON, articleId: desk.id(name) });
  const days = { from: null, until: '2026-11-21' };
  await desk.ask('pages.schedule', { system: DEVON, articleId: desk.id('Three'), ...days });
  await desk.ask('stories.withdraw', { selection: { kind: 'ids', ids: [desk.id('Five')] } });
  return desk;
}

describe('the rows of a page', () => {
  it('have each gap at its number, while teasers count on', async () => {
    const desk = await withGaps();
    const page = await desk.ask('pages.get', { system: DEVON });
    const { rows, around } = rowsOf(page);
    const facts = new Map(around);
    expect(
      rows.map((row) => {
        if (isVacancy(row)) return row.vacantZone;
        return isTeaser(row) ? row.headline : formatGap(row, facts.get(keyOfRow(row))?.number ?? 0);
      }),
    ).toEqual([
      'One',
      'Two',
      'Gap at 3: “Three” is pinned here but over: its last day was 21 November 2026',
      'Four',
      'Six',
      'Gap at 5: “Five” is pinned here but withdrawn',
    ]);
    expect(facts.get(desk.id('One'))?.heading).toMatchObject({ name: 'Stories', count: '4 of 20' });
    expect(around.filter(([, { heading }]) => heading)).toHaveLength(1);
    expect(gapOfKey(keyOfRow(rows[2] as never))).toBe(desk.id('Three'));
    expect(gapOfKey(desk.id('Three'))).toBeNull();
  });

  it('have a gap for what was pinned and does not show, but not for what is still to come', () => {
    const gap = (why: WaitingPlacement['why'], standing: WaitingPlacement['standing'] = 'pinned') =>
      isGap({ why, standing, pinNumber: standing === 'pinned' ? 2 : null } as WaitingPlacement);
    expect(['withdrawn', 'embargoed', 'not-out-yet', 'over'].map((why) => gap(why as never))).toEqual(
      Array.from({ length: 4 }, () => true),
    );
    expect(['not-yet', 'no-room', 'taken-off'].map((why) => gap(why as never))).toEqual([false, false, false]);
    expect(gap('withdrawn', 'free')).toBe(false);
    expect(gapFixes({ why: 'over' })).toContain('open-days');
    expect(gapFixes({ why: 'withdrawn' })).not.toContain('open-days');
  });
});

describe('mending a gap', () => {
  it('lets the zone fill it, runs it without days, or pins another story there', async () => {
    const desk = await withGaps();
    const { state, session, shown } = await openWindow(desk);
    const on = (name: string) => {
      session().setGap(desk.id(name));
      const open = openGapOf(state);
      if (!open) throw new Error(`no gap of ${name}`);
      return open.gap;
    };
    expect(session().teasers).toEqual([]);
    await fixGap(state, DEVON, on('Three'), 'open-days', null);
    expect(await desk.order()).toBe('One Two Three* Four Six');
    await desk.ask('history.undo', {});
    await expect.poll(() => shown().waiting.length).toBe(2);
    await fixGap(state, DEVON, on('Five'), 'replace', { articleId: desk.id('Two'), headline: 'Two' });
    expect(session()).toMatchObject({ gap: null, teaser: desk.id('Two') });
    expect(session().announcement.text).toBe('Pinned in its place: Two');
    expect(await desk.order()).toBe('One Four Six Two*');
    await fixGap(state, DEVON, on('Three'), 'release', null);
    expect(await desk.waiting()).toEqual([]);
    session().setGap(desk.id('Six'));
    expect(openGapOf(state)).toBeNull();
  });

  it('says what else to do when no story is left', async () => {
    const desk = await withGaps();
    const { state, session } = await openWindow(desk);
    session().setGap(desk.id('Three'));
    const gap = openGapOf(state)?.gap;
    if (gap) await fixGap(state, DEVON, gap, 'replace', null);
    expect(session().notices.at(-1)?.text).toMatch(/Let the zone fill it instead\.$/);
  });
});

describe('the next best candidate', () => {
  const pageWith = (rule: Partial<FillRule>) =>
    ({
      system: { code: DEVON },
      asOf: '2026-11-22',
      waiting: [{ articleId: 'waits' }],
      zones: [{ id: 'main', rule: { ...DEFAULT_RULE, ...rule } }],
    }) as PageView;
  const page = pageWith({});
  const gap = { zoneId: 'main' };
  const best = (stories: Candidate[], on = page) => nextBest(stories, on, gap)?.id ?? null;
  const tagged = (strength: Strength) => ({ systems: [{ code: DEVON, strength, origin: 'editor' as const }] });
  const story = (id: string, more: Partial<Candidate> = {}): Candidate =>
    ({
      id: id as StoryId,
      position: null,
      withdrawn: false,
      embargoUntil: null,
      publishedAt: '2026-11-20',
      national: false,
      systems: [{ code: DEVON, strength: 'about', origin: 'editor' }],
      ...more,
    }) as Candidate;

  it('is the first that is out, undecided and feeds the page', () => {
    const passed = [
      story('on', { position: 4 }),
      story('waits'),
      story('withdrawn', { withdrawn: true }),
      story('secret', { embargoUntil: '2026-11-22T12:00' }),
      story('tomorrow', { publishedAt: '2026-11-23' }),
      story('mentioned', { systems: [{ code: DEVON, strength: 'mentioned', origin: 'editor' }] }),
    ];
    expect(best([...passed, story('next'), story('later')])).toBe('next');
    expect(best([...passed, story('all', { national: true, systems: [] })])).toBe('all');
    // Better a story that only mentions the system than none.
    expect(best(passed)).toBe('mentioned');
    expect(best(passed.slice(0, 5))).toBeNull();
  });

  it('is about the system rather than newer, and follows the rule of the zone', () => {
    const stories = [
      story('national', { national: true, systems: [] }),
      story('mentions', tagged('mentioned')),
      story('affects', tagged('affects')),
      story('about', { publishedAt: '2026-10-01' }),
    ];
    expect(best(stories)).toBe('about');
    expect(best(stories.slice(0, 3))).toBe('affects');
    expect(best(stories, pageWith({ strengths: ['mentioned'], national: 'without' }))).toBe('mentions');
    expect(best(stories, pageWith({ national: 'only' }))).toBe('national');
  });
});
