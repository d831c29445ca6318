import type { HistoryChange } from '../../../shared/models.ts';
import { cutAtWord } from '../../../shared/words/cut-at-word.ts';
import type { Row, SqlValue } from '../core/sql.ts';
import type { TableName } from '../core/tables.ts';

/** One recorded row: all that is known of it, and the columns that changed. */
export interface RowChange {
  op: 'insert' | 'update' | 'delete';
  row: Row;
  before: Row;
  after: Row;
}

/** Names of what a row refers to. */
export interface Names {
  system: (code: SqlValue | undefined) => string;
  zone: (id: SqlValue | undefined) => string;
}

type Describe = (change: RowChange, names: Names) => HistoryChange[];

const LONGEST = 300;

function show(value: SqlValue | undefined): string | null {
  return value === null || value === undefined ? null : cutAtWord(String(value), LONGEST);
}

const said = (what: string): HistoryChange => ({ what, before: null, after: null });

/** Each named column that differs, with its words before and after. */
function fieldsOf({ before, after }: RowChange, words: Readonly<Record<string, string>>): HistoryChange[] {
  return Object.entries(words).flatMap(([column, what]) => {
    const [was, is] = [show(before[column]), show(after[column])];
    return was === is ? [] : [{ what, before: was, after: is }];
  });
}

/** A sentence for a row that came or went; the fields for one that changed. */
function comeAndGo(
  came: (change: RowChange, names: Names) => string,
  went: (change: RowChange, names: Names) => string,
  fields: Readonly<Record<string, string>>,
): Describe {
  return (change, names) => {
    if (change.op === 'insert') return [said(came(change, names))];
    if (change.op === 'delete') return [said(went(change, names))];
    return fieldsOf(change, fields);
  };
}

const STORY_FIELDS = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  kicker: 'Kicker',
  byline: 'Byline',
  kind: 'Kind',
  url: 'Web address',
  body: 'Body text',
  published_at: 'Publication date',
  embargo_until: 'Embargo',
};

const describeStory: Describe = (change) => {
  if (change.op === 'insert') return [said('New story')];
  if (change.op === 'delete') return [said('Story removed')];
  const { before, after } = change;
  const changes = fieldsOf(change, STORY_FIELDS);
  if ('national' in after) changes.push(said(after['national'] ? 'Made national' : 'No longer national'));
  if ('withdrawn_at' in after) changes.push(said(after['withdrawn_at'] ? 'Withdrawn' : 'Brought back'));
  if ('reviewed_at_ms' in after || 'reviewed_by' in after) {
    if (!after['reviewed_at_ms'] && before['reviewed_at_ms']) changes.push(said('Put back into the queue'));
    else changes.push(said('Marked as reviewed'));
  }
  return changes.length > 0 ? changes : [said('The source was noted')];
};

/** `Stories, pinned at 3`. */
function placeOf(row: Row, names: Names): string {
  if (row['standing'] === 'off') return 'Off the page';
  const zone = names.zone(row['zone_id']);
  return row['standing'] === 'pinned' ? `${zone}, pinned at ${row['pin_number']}` : zone;
}

const PLACEMENT_FIELDS = {
  from_day: 'First day',
  until_day: 'Last day',
  headline: 'Headline on this page',
  standfirst: 'Standfirst on this page',
  kicker: 'Kicker on this page',
  alt: 'Image label on this page',
  image: 'Image on this page',
};

const describePlacement: Describe = (change, names) => {
  const { op, row, before, after } = change;
  const page = names.system(row['system_code']);
  const place = `Place on ${page}`;
  if (op === 'insert')
    return [{ what: place, before: null, after: placeOf(row, names) }, ...fieldsOf(change, PLACEMENT_FIELDS)];
  if (op === 'delete')
    return [{ what: place, before: placeOf(row, names), after: null }, ...fieldsOf(change, PLACEMENT_FIELDS)];
  const [was, is] = [placeOf({ ...row, ...before }, names), placeOf({ ...row, ...after }, names)];
  const moved =
    was === is
      ? 'rank' in after
        ? [said(`Moved within ${is} on ${page}`)]
        : []
      : [{ what: place, before: was, after: is }];
  return [...moved, ...fieldsOf(change, PLACEMENT_FIELDS)];
};

/** What the history says of a change of each table: a new table cannot do without. */
export const DESCRIBE: Record<TableName, Describe> = {
  articles: describeStory,
  images: (change) => fieldsOf(change, { alt: 'Image label', file: 'Image', address: 'Image address' }),
  tags: comeAndGo(
    ({ row }, { system }) => `Filed to ${system(row['system_code'])} as ${row['strength']}`,
    ({ row }, { system }) => `No longer filed to ${system(row['system_code'])}`,
    { strength: 'Strength' },
  ),
  captures: comeAndGo(
    ({ row }) => `Saved page ${row['file']} of ${row['seen_on']} brought in`,
    ({ row }) => `Saved page ${row['file']} removed`,
    { file: 'File', seen_on: 'Day' },
  ),
  sightings: comeAndGo(
    ({ row }) => `Seen on a saved page at ${row['rank']}`,
    () => 'No longer seen on a saved page',
    { rank: 'Place on the saved page', date_line: 'Date line' },
  ),
  templates: comeAndGo(
    ({ row }) => `Template ${row['name']} added`,
    ({ row }) => `Template ${row['name']} deleted`,
    { name: 'Name', zones: 'Zones' },
  ),
  pages: comeAndGo(
    () => 'Page set up',
    () => 'Page removed',
    { template_id: 'Template' },
  ),
  zones: comeAndGo(
    ({ row }) => `Zone ${row['name']} added`,
    ({ row }) => `Zone ${row['name']} deleted`,
    { name: 'Name', slots: 'Places', prominence: 'Size', strengths: 'Strengths', rule: 'Rule', rank: 'Order' },
  ),
  placements: describePlacement,
  rejections: comeAndGo(
    ({ row }, { system }) => `Rejected: ${row['offer'] === 'national' ? 'national' : system(row['offer'])}`,
    ({ row }, { system }) => `Rejection withdrawn: ${row['offer'] === 'national' ? 'national' : system(row['offer'])}`,
    { reason: 'Reason' },
  ),
  names: comeAndGo(
    ({ row }) => `Name ${row['text']} added`,
    ({ row }) => `Name ${row['text']} deleted`,
    { kind: 'Kind', text: 'Name', systems: 'Systems', match_case: 'Matching of capitals', note: 'Note' },
  ),
  rereads: comeAndGo(
    ({ row }, { system }) => `Spot check of ${system(row['system_code'])}: ${row['verdict']}`,
    ({ row }, { system }) => `Spot check of ${system(row['system_code'])} withdrawn`,
    { verdict: 'Spot check' },
  ),
  page_versions: comeAndGo(
    ({ row }) => `Signed off for ${row['day']}`,
    ({ row }) => `Signed version for ${row['day']} removed`,
    { note: 'Note' },
  ),
  check_silences: comeAndGo(
    ({ row }) => `Check silenced: ${row['note']}`,
    () => 'Check no longer silenced',
    { note: 'Note' },
  ),
  shelf: comeAndGo(
    () => 'Put on the shelf',
    () => 'Taken off the shelf',
    { rank: 'Order on the shelf' },
  ),
  joint_leads: comeAndGo(
    () => 'Marked as a joint lead',
    () => 'No longer a joint lead',
    { note: 'Note' },
  ),
  registers: comeAndGo(
    ({ row }) => `Register ${row['version']} loaded`,
    ({ row }) => `Register ${row['version']} removed`,
    { version: 'Version' },
  ),
};
