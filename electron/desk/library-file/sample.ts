import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OverrideField, type StoryId, Strength, SystemCode } from '../../../shared/models.ts';
import { TemplateId, ZoneSpecs } from '../../../shared/pages/fill-rules.ts';
import { type Moment, momentOf, wallClock } from '../../../shared/words/days.ts';
import { actorOf, type DeskContext, today } from '../context.ts';
import { type Actor, type Changes, runStep } from '../core/changes.ts';
import { openLibrary } from '../core/open.ts';
import { ensureReplica, writeSettings } from '../core/settings.ts';
import type { WriteDb } from '../core/sql.ts';
import { ensurePages } from '../pages/layout/page-rows.ts';
import { resolvePage } from '../pages/layout/resolve-page.ts';
import { getTemplate } from '../pages/layout/template-rows.ts';
import { rewordStory } from '../pages/placing/placement-edits.ts';
import { actOnPage } from '../pages/placing/write-plan.ts';
import { changeZones } from '../pages/zones/zone-changes.ts';
import { headlineKey, newSourceKey } from '../stories/source-key.ts';
import { findTakenKeys, getStory, insertStory, listStoriesByHeadlineKey, updateStory } from '../stories/story-rows.ts';
import { insertTag } from '../stories/tag-rows.ts';
import { daysToMoveSample, moveSampleDay, newestSampleDay } from './sample-days.ts';

const text = z.string().nullable();

/** A line of resources/sample/stories.jsonl. */
const SampleStory = z.object({
  headline: z.string(),
  standfirst: text,
  kicker: text,
  alt: text,
  byline: text,
  kind: text,
  url: text,
  publishedAt: text,
  embargoUntil: text,
  body: text,
  systems: z.array(z.object({ code: SystemCode, strength: Strength })),
  national: z.boolean(),
  withdrawn: z.boolean(),
});

/** resources/sample/pages.json: an editor's placements on some pages. */
const SamplePlacements = z.array(
  z.object({
    system: SystemCode,
    headline: z.string(),
    placed: z.enum(['pinned', 'free']),
    position: z.number().int(),
    words: z.partialRecord(OverrideField, z.string()).optional(),
  }),
);

/** resources/sample/zones.json: pages with another template than new ones get, or with zones of their own. */
const SampleZones = z.array(
  z.union([
    z.strictObject({ systems: z.array(SystemCode), template: TemplateId }),
    z.strictObject({ systems: z.array(SystemCode), zones: ZoneSpecs }),
  ]),
);

/**
 * Makes the sample library as its own file, with its newest stories of yesterday. It is built under another name and
 * then moved into place, so that a crash leaves no partial library.
 */
export function makeSampleLibrary(context: DeskContext, path: string): void {
  const folder = join(context.resourcesPath, 'sample');
  const madeOn = today(context);
  const moveDays = daysToMoveSample(madeOn);
  const newestDay = newestSampleDay(madeOn);
  const moment = momentOf(`${newestDay}T23:59`);
  const stories = readFileSync(join(folder, 'stories.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => SampleStory.parse(JSON.parse(line)))
    .map((story) => ({
      ...story,
      publishedAt: moveSampleDay(story.publishedAt, moveDays),
      embargoUntil: moveSampleDay(story.embargoUntil, moveDays),
    }));
  const zones = SampleZones.parse(JSON.parse(readFileSync(join(folder, 'zones.json'), 'utf8')));
  const placements = SamplePlacements.parse(JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')));

  // Two doors may make it at once. Each builds its own; the later one replaces the earlier.
  const building = `${path}.building-${process.pid}`;
  removeLibrary(building);
  const db = openLibrary(building);
  try {
    ensurePages(
      db,
      // Use the shipped register for the sample, not that of the open library.
      context
        .registerOf(db)
        .register.everOn(newestDay)
        .map(({ code }) => code),
    );
    const replica = ensureReplica(db);
    writeSettings(db, { isSample: true, sampleDay: madeOn });
    const actor = { ...actorOf(context), by: 'Patchdesk', replica };
    runStep(db, actor, `Import ${stories.length} sample stories`, (changes) => {
      for (const story of stories) insertSampleStory(db, changes, actor, story, newestDay);
    });
    runStep(db, actor, 'Arrange the sample pages', (changes) => {
      for (const wanted of zones) divide(context, db, changes, actor, wanted, moment);
      for (const placement of placements) place(context, db, changes, actor, placement, moment);
    });
    forgetHistory(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
  removeLibrary(path);
  renameSync(building, path);
}

/** The sample starts without history, so that an undo cannot empty it. */
function forgetHistory(db: WriteDb): void {
  db.exec('DELETE FROM entry_subjects; DELETE FROM changes; DELETE FROM entries;');
}

function removeLibrary(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

function insertSampleStory(
  db: WriteDb,
  changes: Changes,
  actor: Actor,
  story: z.infer<typeof SampleStory>,
  newestDay: string,
): void {
  const id = insertStory(changes, {
    ...story,
    imageAddress: null,
    imageFile: null,
    sourceKey: newSourceKey(story, findTakenKeys(db, story)),
    headlineKey: headlineKey(story.headline),
    origin: 'written',
    seenOn: story.publishedAt?.slice(0, 10) ?? newestDay,
    review: story.systems.length > 0 || story.national ? { by: actor.by, atMs: actor.atMs } : null,
  });
  for (const { code, strength } of story.systems) {
    insertTag(changes, actor, { articleId: id, system: code, strength, origin: 'editor', reason: null });
  }
  if (story.withdrawn) updateStory(changes, getStory(db, id), { withdrawnAt: wallClock(new Date(actor.atMs)) });
}

function divide(
  context: DeskContext,
  db: WriteDb,
  changes: Changes,
  actor: Actor,
  wanted: z.infer<typeof SampleZones>[number],
  moment: Moment,
): void {
  const { register } = context.registerOf(db);
  const template = 'template' in wanted ? wanted.template : null;
  const zones = 'zones' in wanted ? wanted.zones : getTemplate(db, wanted.template).zones;
  for (const system of wanted.systems) {
    const resolve = () => resolvePage(db, register, system, moment);
    changeZones({ db, changes, actor, page: resolve() }, zones, template, resolve);
  }
}

function place(
  context: DeskContext,
  db: WriteDb,
  changes: Changes,
  actor: Actor,
  sample: z.infer<typeof SamplePlacements>[number],
  moment: Moment,
): void {
  const id = newestWithHeadline(db, sample.headline);
  const { register } = context.registerOf(db);
  const edit = () => ({ db, changes, actor, page: resolvePage(db, register, sample.system, moment) });
  actOnPage(edit(), [id], 'place', { position: sample.position });
  actOnPage(edit(), [id], 'move', { position: sample.position });
  if (sample.placed === 'pinned') actOnPage(edit(), [id], 'pin');
  if (sample.words) rewordStory(edit(), id, sample.words);
}

function newestWithHeadline(db: WriteDb, headline: string): StoryId {
  const found = listStoriesByHeadlineKey(db, headlineKey(headline)).sort((a, b) =>
    (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''),
  );
  const newest = found[0];
  if (!newest) throw new Error(`the sample pages name a story that is not in the sample: ${headline}`);
  return newest.id;
}
