import {
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { StoryRow, StorySort } from '../../../../shared/models.ts';
import { Headline, OutDay, SystemChips } from './cells.tsx';

interface ColumnMeta {
  /** Width as a grid track. */
  track: string;
  align?: 'end';
}

export const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  columnMeta: metaHelper<ColumnMeta>(),
});

const helper = createColumnHelper<typeof features, StoryRow>();

/** The desk sorts. Ids of sortable columns are the contract's sort keys. */
export const columns = helper.columns([
  helper.accessor('headline', {
    id: 'headline',
    header: 'Headline',
    cell: ({ row }) => <Headline story={row.original} />,
    enableHiding: false,
    meta: { track: 'minmax(220px, 1fr)' },
  }),
  helper.accessor('systems', {
    id: 'systems',
    header: 'Systems',
    cell: ({ row }) => <SystemChips story={row.original} />,
    enableSorting: false,
    meta: { track: 'minmax(150px, 240px)' },
  }),
  helper.accessor('kind', {
    id: 'kind',
    header: 'Kind',
    cell: ({ row }) => row.original.kind,
    meta: { track: '92px' },
  }),
  helper.accessor('byline', {
    id: 'byline',
    header: 'Byline',
    cell: ({ row }) => row.original.byline,
    meta: { track: 'minmax(90px, 150px)' },
  }),
  helper.accessor('alt', {
    id: 'alt',
    header: 'Image label',
    cell: ({ row }) => row.original.alt,
    enableSorting: false,
    meta: { track: 'minmax(100px, 200px)' },
  }),
  helper.accessor('publishedAt', {
    id: 'out',
    header: 'Out',
    cell: ({ row }) => <OutDay story={row.original} />,
    enableHiding: false,
    meta: { track: '96px', align: 'end' },
  }),
]);

const SORTS: readonly StorySort['by'][] = ['out', 'headline', 'kind', 'byline'];

export function toSort(sorting: readonly { id: string; desc: boolean }[]): StorySort | null {
  const first = sorting[0];
  const by = SORTS.find((one) => one === first?.id);
  return by && first ? { by, descending: first.desc } : null;
}

/** Columns hidden by default. */
const HIDDEN_AT_FIRST = new Set(['byline', 'alt']);

/** Column choices are stored with the pane widths: a width of 0 is a hidden column. */
export const settingOf = (columnId: string) => `column.${columnId}`;

export function toVisibility(panes: Readonly<Record<string, number>>): Record<string, boolean> {
  return Object.fromEntries(
    columns.map((column) => {
      const id = column.id ?? '';
      const kept = panes[settingOf(id)];
      return [id, kept === undefined ? !HIDDEN_AT_FIRST.has(id) : kept > 0];
    }),
  );
}
