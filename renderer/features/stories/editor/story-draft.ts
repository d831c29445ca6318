import type { z } from 'zod';
import type { ImageFile, ImageUpload } from '../../../../shared/images.ts';
import { type StoryDetail, StoryFields } from '../../../../shared/models.ts';

/** A story as the form holds it: every field as text, dates and times apart. */
export interface StoryDraft {
  headline: string;
  standfirst: string;
  kicker: string;
  alt: string;
  imageAddress: string;
  byline: string;
  kind: string;
  url: string;
  publishedDay: string;
  publishedTime: string;
  embargoDay: string;
  embargoTime: string;
  body: string;
}

export type DraftField = keyof StoryDraft;

/** What the form will do to the story's image: keep it, remove it, or replace it. */
export type ImageDraft =
  | { kind: 'kept' }
  | { kind: 'none' }
  | { kind: 'new'; upload: ImageUpload; file: ImageFile; picture: File };

/** The image input of a call; empty when the image stays. */
export function imageInput(draft: ImageDraft): { image?: ImageUpload | null } {
  if (draft.kind === 'kept') return {};
  return { image: draft.kind === 'none' ? null : draft.upload };
}

export const EMPTY_DRAFT: StoryDraft = {
  headline: '',
  standfirst: '',
  kicker: '',
  alt: '',
  imageAddress: '',
  byline: '',
  kind: '',
  url: '',
  publishedDay: '',
  publishedTime: '',
  embargoDay: '',
  embargoTime: '',
  body: '',
};

export function toDraft(story: StoryDetail): StoryDraft {
  return {
    headline: story.headline,
    standfirst: story.standfirst ?? '',
    kicker: story.kicker ?? '',
    alt: story.alt ?? '',
    imageAddress: story.imageAddress ?? '',
    byline: story.byline ?? '',
    kind: story.kind ?? '',
    url: story.url ?? '',
    publishedDay: story.publishedAt?.slice(0, 10) ?? '',
    publishedTime: story.publishedAt?.slice(11, 16) ?? '',
    embargoDay: story.embargoUntil?.slice(0, 10) ?? '',
    embargoTime: story.embargoUntil?.slice(11, 16) ?? '',
    body: story.body ?? '',
  };
}

const moment = (day: string, time: string): string | null => (day ? (time ? `${day}T${time}` : day) : null);

function toInput(draft: StoryDraft): z.input<typeof StoryFields> {
  const { publishedDay, publishedTime, embargoDay, embargoTime, ...words } = draft;
  return {
    ...words,
    imageAddress: words.imageAddress.trim(),
    url: words.url.trim(),
    publishedAt: moment(publishedDay, publishedTime),
    embargoUntil: moment(embargoDay, embargoTime),
  };
}

/** The form field that shows the error of a story field. */
const SHOWN_AT: Partial<Record<string, DraftField>> = { publishedAt: 'publishedDay', embargoUntil: 'embargoDay' };

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') {
    return `This is too long: at most ${Number(issue.maximum).toLocaleString('en-GB')} characters fit.`;
  }
  const field = String(issue.path[0]);
  if (field === 'publishedAt' || field === 'embargoUntil') return 'This is not a day of the calendar.';
  // A web address may be empty. Show the schema's sentence for a wrong address.
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find((one) => one.code === 'invalid_format');
    return inner?.message ?? issue.message;
  }
  return issue.message;
}

export type DraftErrors = Partial<Record<DraftField, string>>;

export type CheckedDraft =
  | { ok: true; fields: z.input<typeof StoryFields>; parsed: StoryFields }
  | { ok: false; errors: DraftErrors };

/** Returns the draft as the desk takes it, or a sentence for each wrong field. */
export function checkDraft(draft: StoryDraft): CheckedDraft {
  const errors: DraftErrors = {};
  if (draft.publishedTime && !draft.publishedDay) errors.publishedDay = 'A time needs a day.';
  if (draft.embargoTime && !draft.embargoDay) errors.embargoDay = 'A time needs a day.';
  const fields = toInput(draft);
  const parsed = StoryFields.safeParse(fields);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      const at = SHOWN_AT[name] ?? (name as DraftField);
      errors[at] ??= sentenceOf(issue);
    }
  }
  if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, fields, parsed: parsed.data };
}

export function isSameDraft(a: StoryDraft, b: StoryDraft): boolean {
  return (Object.keys(a) as DraftField[]).every((field) => a[field] === b[field]);
}

/** Returns only the changed fields, so that the rest still follows the source. */
export function changedFields(before: StoryDraft, after: StoryDraft): Partial<z.input<typeof StoryFields>> {
  const old = toInput(before);
  const now = toInput(after);
  const changed = Object.entries(now).filter(([field, value]) => old[field as keyof typeof old] !== value);
  return Object.fromEntries(changed);
}
