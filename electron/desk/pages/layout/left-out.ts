import type { StoryId, Strength, SystemCode } from '../../../../shared/models.ts';
import { type FillRule, isEditorOnly } from '../../../../shared/pages/fill-rules.ts';
import { daysBetween } from '../../../../shared/words/day-words.ts';
import type { Moment } from '../../../../shared/words/days.ts';
import { prepare, type ReadDb } from '../../core/sql.ts';
import { IS_OUT } from './is-out.ts';

/** A story that might stand on a page for how it is filed. */
export interface Contender {
  id: StoryId;
  headline: string;
  publishedAt: string | null;
  /** The day it came out, or was first seen. */
  day: string;
  kind: string | null;
  strength: Strength | null;
  national: boolean;
}

interface ContenderRow extends Omit<Contender, 'national'> {
  national: 0 | 1;
}

/** The newest stories filed here or national that are out, from a day on. */
export function listContenders(
  db: ReadDb,
  system: SystemCode,
  since: string,
  moment: Moment,
  limit: number,
): Contender[] {
  return prepare<ContenderRow>(
    db,
    `SELECT a.id, a.headline, a.published_at AS publishedAt, substr(a.out_at, 1, 10) AS day, a.kind, t.strength,
       a.national
     FROM articles a LEFT JOIN tags t ON t.article_id = a.id AND t.system_code = :system
     WHERE a.id IN (
         SELECT article_id FROM tags WHERE system_code = :system
         UNION SELECT id FROM articles WHERE national = 1
       ) AND a.out_at >= :since AND ${IS_OUT}
     ORDER BY a.out_at DESC, a.seq DESC LIMIT :limit`,
  )
    .all({ system, since, limit, publishedUpTo: moment.publishedUpTo, embargoedUpTo: moment.embargoedUpTo })
    .map((row) => ({ ...row, national: row.national === 1 }));
}

/** Why a zone's rule passes a story by, in a phrase; null when it would take it. `isActive` as the page's system is. */
export function whyLeftOut(rule: FillRule, story: Contender, day: string, isActive: boolean): string | null {
  if (isEditorOnly(rule)) return 'filled by editors only';
  const isLocal = rule.national !== 'only' && story.strength !== null && rule.strengths.includes(story.strength);
  const isWide = isActive && story.national && rule.national !== 'without';
  if (!isLocal && !isWide) {
    if (rule.national === 'only') return 'takes national stories only';
    if (story.strength !== null) return `filed here as “${story.strength}”, which it does not take`;
    return 'national, which it does not take';
  }
  const kind = story.kind?.toLowerCase() ?? '';
  if (rule.kinds.which !== 'any') {
    const isListed = rule.kinds.list.some((one) => one.toLowerCase() === kind);
    if (isListed !== (rule.kinds.which === 'only')) return `its kind is ${story.kind ?? 'not known'}`;
  }
  if (rule.maxAgeDays !== null && daysBetween(story.day, day) > rule.maxAgeDays) {
    return `older than ${rule.maxAgeDays === 1 ? '1 day' : `${rule.maxAgeDays} days`}`;
  }
  return null;
}
