import { z } from 'zod';
import { StoryId, SystemCode } from '../models.ts';
import { Template, TemplateId, ZoneSpec, ZoneSpecs } from '../pages/fill-rules.ts';
import { ZoneOutlook } from '../pages/page-batch.ts';
import { method, nothing, Written } from './method.ts';

/** The zones that pages are to have: their own, or those of a template, now and whenever it changes. */
const ZonesWanted = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own'), zones: ZoneSpecs }),
  z.object({ kind: z.literal('template'), id: TemplateId }),
]);

const ForPages = z.object({ systems: z.array(SystemCode).min(1).max(200), to: ZonesWanted });

/** A template, and the systems active today whose pages follow it. */
const TemplateInUse = Template.extend({ followers: z.array(SystemCode) });

/** How pages are divided, and what fills each part. */
export const zonesMethods = {
  'zones.get': method(
    'read',
    z.object({ system: SystemCode }),
    z.object({
      /** Null where the page has zones of its own. */
      template: Template.pick({ id: true, name: true }).nullable(),
      zones: z.array(ZoneSpec.extend({ id: z.string() })),
    }),
  ),
  /** Gives pages other zones as one step. No placement is lost: where a zone goes, they move to the one that has their number. */
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
      name: z.string().trim().min(1, 'A template needs a name.').max(60),
      zones: ZoneSpecs,
      /** Pages that follow it from now on, beside those that do already. */
      systems: z.array(SystemCode).max(200).default([]),
    }),
    Written.extend({ id: TemplateId }),
  ),
  /** Refused while a page follows it, and for the one that new pages start with. */
  'templates.remove': method('write', z.object({ id: TemplateId }), Written),

  /** Stories that would stand on the page today if no rule left them out or no twin of theirs stood there; the newest first. */
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
          /** What stands on the page in its place; null where a rule is the reason. */
          twin: StoryId.nullable(),
          /** A whole sentence. */
          why: z.string(),
        }),
      ),
    }),
  ),
} as const;
