/**
 * The tables that the write path may touch: identifiers in SQL come only from here. Settings and exports are missing
 * because they are not part of the history.
 */
export const TABLES = {
  images: { key: ['article_id'], columns: ['article_id', 'alt', 'file', 'address'] },
  articles: {
    key: ['id'],
    columns: [
      'seq',
      'id',
      'source_key',
      'headline_key',
      'origin',
      'headline',
      'standfirst',
      'kicker',
      'byline',
      'kind',
      'url',
      'body',
      'published_at',
      'embargo_until',
      'first_seen_on',
      'source_seen_on',
      'national',
      'withdrawn_at',
      'source_words',
      'reviewed_at_ms',
      'reviewed_by',
    ],
  },
  tags: {
    key: ['article_id', 'system_code'],
    columns: ['article_id', 'system_code', 'strength', 'origin', 'reason', 'tagged_by', 'tagged_at_ms', 'evidence'],
  },
  captures: { key: ['id'], columns: ['id', 'system_code', 'file', 'sha256', 'seen_on'] },
  sightings: { key: ['article_id', 'capture_id'], columns: ['article_id', 'capture_id', 'rank', 'date_line'] },
  templates: { key: ['id'], columns: ['id', 'name', 'zones', 'changed_by', 'changed_at_ms'] },
  pages: { key: ['system_code'], columns: ['system_code', 'template_id'] },
  zones: { key: ['id'], columns: ['id', 'system_code', 'name', 'rank', 'slots', 'strengths', 'prominence', 'rule'] },
  placements: {
    key: ['id'],
    columns: [
      'id',
      'system_code',
      'zone_id',
      'article_id',
      'standing',
      'pin_number',
      'rank',
      'from_day',
      'until_day',
      'headline',
      'standfirst',
      'kicker',
      'alt',
      'placed_by',
      'source_words',
      'image',
    ],
  },
  rejections: {
    key: ['article_id', 'offer'],
    columns: ['article_id', 'offer', 'reason', 'evidence', 'rejected_by', 'rejected_at_ms'],
  },
  names: {
    key: ['id'],
    columns: ['id', 'kind', 'text', 'systems', 'match_case', 'note', 'added_by', 'added_at_ms'],
  },
  rereads: {
    key: ['article_id', 'system_code'],
    columns: ['article_id', 'system_code', 'verdict', 'evidence', 'read_by', 'read_at_ms'],
  },
  page_versions: {
    key: ['id'],
    columns: ['id', 'system_code', 'day', 'signed_by', 'signed_at_ms', 'note', 'despite', 'lead_id', 'content'],
  },
  check_silences: {
    key: ['system_code', 'check_key'],
    columns: ['system_code', 'check_key', 'note', 'silenced_by', 'silenced_at_ms'],
  },
  shelf: { key: ['article_id'], columns: ['article_id', 'rank', 'put_by', 'put_at_ms'] },
  joint_leads: { key: ['article_id'], columns: ['article_id', 'note', 'marked_by', 'marked_at_ms'] },
  registers: { key: ['id'], columns: ['id', 'file', 'version', 'content', 'loaded_by', 'loaded_at_ms'] },
} as const satisfies Record<string, { key: readonly string[]; columns: readonly string[] }>;

export type TableName = keyof typeof TABLES;

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(TABLES, name);
}
