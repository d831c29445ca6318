import { X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import type { StoryQuery } from '../../../../shared/models.ts';
import { useSession } from '../../../state/app-state.tsx';
import { useQuery, useSystemsByCode } from '../../../state/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { SearchField } from '../../../ui/forms/Field.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { SystemChooser } from '../tags/SystemChooser.tsx';
import styles from './FilterBar.module.css';

const FILED: readonly { id: StoryQuery['filed']; label: string }[] = [
  { id: 'any', label: 'Filed or not' },
  { id: 'unfiled', label: 'Not filed' },
  { id: 'national', label: 'National' },
];
const WITHDRAWN: readonly { id: StoryQuery['withdrawn']; label: string }[] = [
  { id: 'hide', label: 'Not withdrawn' },
  { id: 'only', label: 'Withdrawn only' },
  { id: 'show', label: 'Including withdrawn' },
];
const ANY_KIND = 'any kind';

export function FilterBar({
  searchRef,
  isSearching,
  onLeave,
}: {
  searchRef: RefObject<HTMLInputElement | null>;
  isSearching: boolean;
  /** Called when the down arrow leaves the search field for the table. */
  onLeave: () => void;
}) {
  const query = useSession((s) => s.query);
  const setQuery = useSession((s) => s.setQuery);
  const byCode = useSystemsByCode();
  const kinds = useQuery('stories.kinds', {}).data ?? [];
  const kindOptions = [
    { id: ANY_KIND, label: 'Any kind' },
    ...[...new Set([...kinds, ...(query.kind ? [query.kind] : [])])].map((kind) => ({
      id: `kind ${kind}`,
      label: kind,
    })),
  ];
  const chosen = query.system ? (byCode.get(query.system)?.shortName ?? query.system) : null;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'Enter' || (event.key === 'Escape' && query.text === '')) {
      event.preventDefault();
      onLeave();
    }
  }

  return (
    <search className={styles['bar']} aria-label="Which stories">
      <SearchField
        label="Find in stories"
        placeholder="Find words in stories"
        value={query.text}
        onChange={(text) => setQuery({ text: text.slice(0, 400) })}
        inputRef={searchRef}
        onKeyDown={onKeyDown}
        className={styles['search']}
      />
      {isSearching ? <Spinner label="Searching" /> : null}
      <SystemChooser
        label={chosen ?? 'Any system'}
        hint="Filter by system"
        onChoose={(code) => setQuery({ system: code })}
      />
      {query.system ? <Remove label={`Filter: ${chosen}`} onPress={() => setQuery({ system: null })} /> : null}
      <Select label="Filed" hideLabel value={query.filed} onChange={(filed) => setQuery({ filed })} options={FILED} />
      <Select
        label="Kind"
        hideLabel
        value={query.kind ? `kind ${query.kind}` : ANY_KIND}
        onChange={(id) => setQuery({ kind: id === ANY_KIND ? null : id.slice('kind '.length) })}
        options={kindOptions}
      />
      <Select
        label="Withdrawn"
        hideLabel
        value={query.withdrawn}
        onChange={(withdrawn) => setQuery({ withdrawn })}
        options={WITHDRAWN}
      />
      {query.ids ? <Remove label="Selected stories" onPress={() => setQuery({ ids: null })} shown /> : null}
      {query.undated ? <Remove label="Undated" onPress={() => setQuery({ undated: false })} shown /> : null}
      {query.possibleDuplicates ? (
        <Remove label="Possible duplicates" onPress={() => setQuery({ possibleDuplicates: false })} shown />
      ) : null}
    </search>
  );
}

/** Removes one filter. */
function Remove({ label, onPress, shown }: { label: string; onPress: () => void; shown?: boolean }) {
  return (
    <Button variant="quiet" aria-label={`Remove filter ${label}`} onPress={onPress} className={styles['remove']}>
      {shown ? `${label} ` : ''}
      <X size={14} aria-hidden="true" />
    </Button>
  );
}
