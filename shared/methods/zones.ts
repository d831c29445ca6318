import { z } from 'zod';
import { StoryId, SystemCode } from '../models.ts';
import { Template, TemplateId, ZoneSpec, ZoneSpecs } from '../pages/fill-rules.ts';
import { ZoneOutlook } from '../pages/page-batch.ts';
import { line } from '../words/typed-text.ts';
import { method, nothing, Written } from './method.ts';

/** The zones for pages: their own, or those of a template, now and after every change to it. */
const ZonesWanted = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own'), zones: ZoneSpecs }),
  z.object({ kind: z.literal('template'), id: TemplateId }),
]);

const ForPages = z.object({
  systems: z.array(SystemCode).min(1).max(200),
  to: ZonesWanted,
  /** The pages as the editor saw them: one whose zones were changed meanwhile is a `conflict`. */
  seen: z
    .partialRecord(SystemCode, z.object({ template: TemplateId.nullable(), zones: z.array(ZoneSpec) }).partial())
    .optional(),
});

/** A template as the editor saw it. */
const SeenTemplate = z
  .object({ name: z.string(), zones: z.array(ZoneSpec) })
  .partial()
  .optional();

/** A template, and the systems active today whose pages follow it. */
const TemplateInUse = Template.extend({ followers: z.array(SystemCode) });

/** The zones of pages, and the rules that fill them. */
export const zonesMethods = {
  'zones.get': method(
    'read',
    z.object({ system: SystemCode }),
    z.object({
      /** Null where the page has its own zones. */
      template: Template.pick({ id: true, name: true }).nullable(),
      zones: z.array(ZoneSpec.extend({ id: z.string() })),
    }),
  ),
  /**
   * Gives pages other zones as one step. No placement is lost: those of a removed zone move to the zone with their
   * number.
   */
  'zones.set': method('write', ForPages, Written),
  /** What `zones.set` would do to each page, in the order given, without doing it. */
  'zones.preview': method('read', ForPages, z.object({ pages: z.array(ZoneOutlook) })),

  /** By name. */
  'templates.list': method('read', nothing, z.array(TemplateInUse)),
  /** A new template, or a change to one: all pages that follow it change in the same step. */
  'templates.save': method(
    'write',
    z.object({
      id: TemplateId.optional(),
      name: line(60).min(1, 'A template needs a name.'),
      zones: ZoneSpecs,
      /** Further pages that follow the template from now on. */
      systems: z.array(SystemCode).max(200).default([]),
      seen: SeenTemplate,
    }),
    Written.extend({ id: TemplateId }),
  ),
  /** Refused while a page follows it, and for the template of new pages. */
  'templates.remove': method('write', z.object({ id: TemplateId, seen: SeenTemplate }), Written),

  /** Stories that would be on the page today but for a rule or a duplicate; the newest first. */
  'pages.leftOut': method(
    'read',
    z.object({ system: SystemCode }),
    z.object({
      stories: z.array(
        z.object({
          articleId: StoryId,
          headline: z.string(),
          publishedAt: z.string().nullable(),
          by: z.enum(['rule', 'story-twice', 'image-twice']),
          /** The duplicate that shows instead; null where a rule is the reason. */
          twin: StoryId.nullable(),
          /** A whole sentence. */
          why: z.string(),
        }),
      ),
    }),
  ),
} as const;
