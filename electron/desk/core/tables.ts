import type { HistoryArea } from '../../../shared/models.ts';

/** What an entry of the history can be about: things with an id, and the area of work. */
export type SubjectKind =
  | 'story'
  | 'page'
  | 'placement'
  | 'zone'
  | 'template'
  | 'capture'
  | 'name'
  | 'version'
  | 'register';

interface Table {
  key: readonly string[];
  columns: readonly string[];
  /** What a change of a row can alter on a page: which stories it has and their order, only its words, or nothing. */
  affects: 'places' | 'words' | 'nothing';
  /** Columns of a table that affects places whose change alone moves no story. */
  wordColumns?: readonly string[];
  /** Whether a row, which belongs to one story, takes part in what that story is offered. */
  decidesOffers?: true;
  /** The area of work that a change of a row belongs to: editors filter the history by it. */
  area: HistoryArea;
  /** The columns that say what a row is about. One of them is in the key. */
  subjects: Partial<Record<SubjectKind, string>>;
}

/**
 * The tables that the write path may touch, and what each is for: identifiers in SQL come from here and nowhere else.
 * Settings and exports are not among them: they are not part of the history.
 */
export const TABLES = {
  images: {
    affects: 'places',
    area: 'stories',
    subjects: { story: 'article_id' },
    decidesOffers: true,
    key: ['article_id'],
    columns: ['article_id', 'alt', 'file', 'address'],
  },
  articles: {
    affects: 'places',
    area: 'stories',
    subjects: { story: 'id' },
    decidesOffers: true,
    wordColumns: [
      'headline',
      'standfirst',
      'kicker',
      'byline',
      'body',
      'source_words',
      'source_seen_on',
      'reviewed_at_ms',
      'reviewed_by',
    ],
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
    affects: 'places',
    area: 'tags',
    subjects: { story: 'article_id', page: 'system_code' },
    decidesOffers: true,
    key: ['article_id', 'system_code'],
    columns: ['article_id', 'system_code', 'strength', 'origin', 'reason', 'tagged_by', 'tagged_at_ms', 'evidence'],
  },
  captures: {
    affects: 'places',
    area: 'imports',
    subjects: { capture: 'id', page: 'system_code' },
    key: ['id'],
    columns: ['id', 'system_code', 'file', 'sha256', 'seen_on'],
  },
  sightings: {
    affects: 'places',
    area: 'imports',
    subjects: { story: 'article_id', capture: 'capture_id' },
    key: ['article_id', 'capture_id'],
    columns: ['article_id', 'capture_id', 'rank', 'date_line'],
  },
  templates: {
    affects: 'places',
    area: 'zones',
    subjects: { template: 'id' },
    key: ['id'],
    columns: ['id', 'name', 'zones', 'changed_by', 'changed_at_ms'],
  },
  pages: {
    affects: 'places',
    area: 'zones',
    subjects: { page: 'system_code' },
    key: ['system_code'],
    columns: ['system_code', 'template_id'],
  },
  zones: {
    affects: 'places',
    area: 'zones',
    subjects: { zone: 'id', page: 'system_code' },
    key: ['id'],
    columns: ['id', 'system_code', 'name', 'rank', 'slots', 'strengths', 'prominence', 'rule'],
  },
  placements: {
    affects: 'places',
    area: 'placing',
    subjects: { placement: 'id', story: 'article_id', page: 'system_code' },
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
    affects: 'nothing',
    area: 'tags',
    subjects: { story: 'article_id' },
    decidesOffers: true,
    key: ['article_id', 'offer'],
    columns: ['article_id', 'offer', 'reason', 'evidence', 'rejected_by', 'rejected_at_ms'],
  },
  names: {
    affects: 'nothing',
    area: 'names',
    subjects: { name: 'id' },
    key: ['id'],
    columns: ['id', 'kind', 'text', 'systems', 'match_case', 'note', 'added_by', 'added_at_ms'],
  },
  rereads: {
    affects: 'nothing',
    area: 'tags',
    subjects: { story: 'article_id', page: 'system_code' },
    key: ['article_id', 'system_code'],
    columns: ['article_id', 'system_code', 'verdict', 'evidence', 'read_by', 'read_at_ms'],
  },
  page_versions: {
    affects: 'nothing',
    area: 'signing',
    subjects: { version: 'id', page: 'system_code' },
    key: ['id'],
    columns: ['id', 'system_code', 'day', 'signed_by', 'signed_at_ms', 'note', 'despite', 'lead_id', 'content'],
  },
  check_silences: {
    affects: 'nothing',
    area: 'signing',
    subjects: { page: 'system_code' },
    key: ['system_code', 'check_key'],
    columns: ['system_code', 'check_key', 'note', 'silenced_by', 'silenced_at_ms'],
  },
  shelf: {
    affects: 'nothing',
    area: 'placing',
    subjects: { story: 'article_id' },
    key: ['article_id'],
    columns: ['article_id', 'rank', 'put_by', 'put_at_ms'],
  },
  joint_leads: {
    affects: 'words',
    area: 'placing',
    subjects: { story: 'article_id' },
    key: ['article_id'],
    columns: ['article_id', 'note', 'marked_by', 'marked_at_ms'],
  },
  registers: {
    affects: 'places',
    area: 'register',
    subjects: { register: 'id' },
    key: ['id'],
    columns: ['id', 'file', 'version', 'content', 'loaded_by', 'loaded_at_ms'],
  },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof TABLES;

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(TABLES, name);
}

/** The tables of one kind: `tablesWhere(({ affects }) => affects === 'places')`. */
export function tablesWhere(test: (table: Table) => boolean): readonly TableName[] {
  return (Object.keys(TABLES) as TableName[]).filter((name) => test(TABLES[name]));
}
