import { Pencil, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { GridList, GridListHeader, GridListSection } from 'react-aria-components';
import type { SystemCode } from '../../../shared/models.ts';
import { type EditedName, isOftenWrong, type NameRecord } from '../../../shared/tagging/names.ts';
import { shortDay } from '../../../shared/words/day-words.ts';
import { inQuotes } from '../../../shared/words/quotes.ts';
import { useAppState } from '../../state/app-state.tsx';
import { useLibraryInfo, useSystemsByCode } from '../../state/queries.ts';
import { formatSuccessors } from '../../state/system-search.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import { SearchField } from '../../ui/forms/Field.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import layoutStyles from '../../ui/layout.module.css';
import rowStyles from '../../ui/rows.module.css';
import { EmptyState } from '../../ui/States.tsx';
import textStyles from '../../ui/text.module.css';
import styles from './NamesList.module.css';
import { removeName } from './name-actions.ts';
import { formatRecord, KIND_LABELS, LEVEL_TONES, levelOfName, sectionsOf } from './names-model.ts';

/** NamesList lists the names by kind. Enter opens one, Delete removes it. */
export function NamesList({
  names,
  records,
  onEdit,
  onAdd,
}: {
  names: readonly EditedName[];
  /** By the name's id; null until they are counted. */
  records: ReadonlyMap<string, NameRecord> | null;
  onEdit: (name: EditedName) => void;
  onAdd: () => void;
}) {
  const state = useAppState();
  const byCode = useSystemsByCode();
  const [typed, setTyped] = useState('');
  const sections = useMemo(
    () => sectionsOf(names, typed, (code: SystemCode) => byCode.get(code)?.shortName ?? code),
    [names, typed, byCode],
  );
  const nameOf = (key: string | number) => names.find(({ id }) => id === key);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Delete' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
    const name = nameOf(row?.getAttribute('data-key') ?? '');
    if (!name) return;
    event.preventDefault();
    event.stopPropagation();
    void removeName(state, name);
  }

  if (names.length === 0) {
    return (
      <EmptyState
        title="No names yet"
        actions={
          <Button variant="primary" onPress={onAdd}>
            Add a name
          </Button>
        }
      >
        Add names that the gazetteer lacks: the everyday name of a hospital, a person who always means one system, a
        column about one region. You see the effect before you save.
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles['bar']}>
        <SearchField
          label="Filter names"
          placeholder="Filter by name, system or note"
          value={typed}
          onChange={setTyped}
          className={styles['filter']}
        />
      </div>
      <div className={layoutStyles['scroller']}>
        {sections.length === 0 ? (
          <EmptyState title="No name matches" actions={<Button onPress={() => setTyped('')}>Show all names</Button>}>
            No name, system or note contains “{typed.trim()}” in it.
          </EmptyState>
        ) : (
          <>
            <ColumnHeads />
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the list inside has the focus; this handles its bubbling keys. */}
            <div onKeyDown={onKeyDown}>
              <GridList
                aria-label="Names"
                disallowTypeAhead
                keyboardNavigationBehavior="tab"
                onAction={(key) => {
                  const name = nameOf(key);
                  if (name) onEdit(name);
                }}
                className={layoutStyles['bare'] ?? ''}
              >
                {sections.map(({ kind, names: members }) => (
                  <GridListSection key={kind} id={kind} aria-label={KIND_LABELS[kind].section}>
                    <GridListHeader className={styles['section'] ?? ''}>{KIND_LABELS[kind].section}</GridListHeader>
                    {members.map((name) => (
                      <NameRow
                        key={name.id}
                        name={name}
                        record={records?.get(name.id)}
                        isCounted={records !== null}
                        onEdit={() => onEdit(name)}
                        onRemove={() => void removeName(state, name)}
                      />
                    ))}
                  </GridListSection>
                ))}
              </GridList>
            </div>
          </>
        )}
      </div>
    </>
  );
}

/** ColumnHeads is hidden from screen readers, which read each row as a whole. */
function ColumnHeads() {
  return (
    <div className={cx(styles['row'], styles['heads'])} aria-hidden="true">
      <span>Name</span>
      <span>Systems</span>
      <span>Offered as</span>
      <span>Errors</span>
      <span className={cx(styles['added'], textStyles['ellipsis'])}>Added</span>
      <span />
    </div>
  );
}

function NameRow({
  name,
  record,
  isCounted,
  onEdit,
  onRemove,
}: {
  name: EditedName;
  record: NameRecord | undefined;
  isCounted: boolean;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const byCode = useSystemsByCode();
  const today = useLibraryInfo().data?.today ?? '';
  const level = levelOfName(name.kind, name.systemsToday.length);
  const errors = isCounted ? formatRecord(record) : '';
  const systems = name.systems.map((code) => {
    const system = byCode.get(code);
    return { code, name: system?.shortName ?? code, former: system ? formatSuccessors(system, byCode) : null };
  });
  const spoken = [
    name.text,
    systems.map((system) => (system.former ? `${system.name}, ${system.former}` : system.name)).join('; '),
    `offered as ${level}`,
    errors,
    name.note,
  ];
  return (
    <ListRow
      id={name.id}
      textValue={spoken.filter(Boolean).join(', ')}
      className={cx(styles['row'], styles['name'], rowStyles['panel'], rowStyles['ring'])}
    >
      <span className={styles['text']}>
        <span className={textStyles['copyTitle']}>{name.text}</span>
        {name.matchCase ? <span className={styles['small']}>only with these capitals</span> : null}
        {name.note ? (
          <span className={styles['small']} title={name.note}>
            {name.note}
          </span>
        ) : null}
      </span>
      <span className={styles['systems']}>
        {systems.map((system) => (
          <Chip
            key={system.code}
            tone={system.former ? 'former' : 'plain'}
            title={system.former ? `${system.name}, ${system.former}` : undefined}
          >
            {system.former ? `${system.name}, ${system.former}` : system.name}
          </Chip>
        ))}
      </span>
      <span>
        <Chip tone={LEVEL_TONES[level]}>{level}</Chip>
      </span>
      <span className={cx(styles['errors'], !record && textStyles['quiet'])}>
        {errors}
        {record && isOftenWrong(record) ? <Chip tone="bad">often wrong</Chip> : null}
      </span>
      <span className={cx(styles['added'], textStyles['ellipsis'], textStyles['quiet'])} title={name.addedBy}>
        {name.addedBy}, {shortDay(name.addedAt, today)}
      </span>
      <span className={styles['actions']}>
        <IconButton
          label={`Change ${inQuotes(name.text)}`}
          icon={<Pencil size={14} aria-hidden="true" />}
          onPress={onEdit}
        />
        <IconButton
          label={`Remove ${inQuotes(name.text)}`}
          icon={<Trash2 size={14} aria-hidden="true" />}
          keys="Delete"
          onPress={onRemove}
        />
      </span>
    </ListRow>
  );
}
