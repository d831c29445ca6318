import { ArrowDown, ArrowUp, GripVertical, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { DropIndicator, GridList, useDragAndDrop, VisuallyHidden } from 'react-aria-components';
import { formatRule } from '../../../shared/pages/fill-rules.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import { DragHandle, ListRow } from '../../ui/ListRow.tsx';
import layoutStyles from '../../ui/layout.module.css';
import rowStyles from '../../ui/rows.module.css';
import type { ZonesDraft } from './use-zones-draft.ts';
import styles from './ZoneList.module.css';
import { type DraftZone, MOST_ZONES, ruleOf } from './zones-draft.ts';

export const PROMINENCE_LABELS = { lead: 'Lead', standard: 'Standard', brief: 'Brief' } as const;

/** Drag type of a zone, so that only zones can be dropped into the list, and zones nowhere else. */
const ZONE_DRAG = 'application/x-patchdesk-zone';

/** ZoneList lists the zones from the top of the page. Arrow keys select, Alt with an arrow moves, Delete removes. */
export function ZoneList({ draft, onEnter }: { draft: ZonesDraft; onEnter: () => void }) {
  const { zones, selected } = draft;
  const list = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const at = zones.findIndex(({ key }) => key === selected);
  const name = zones[at]?.name.trim() || 'The zone';

  const focusRow = useCallback(
    (key: string) =>
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus()),
    [],
  );

  // Focus the open zone first.
  const first = useRef(selected);
  useEffect(() => {
    const frame = focusRow(first.current);
    return () => cancelAnimationFrame(frame);
  }, [focusRow]);

  function moveTo(key: string, to: number) {
    const from = zones.findIndex((zone) => zone.key === key) + 1;
    const number = Math.max(1, Math.min(zones.length, to));
    const who = zones[from - 1]?.name.trim() || 'The zone';
    draft.select(key);
    if (number !== from) draft.move(key, number);
    setSaid(
      number === from ? `${who} stays at ${from} of ${zones.length}.` : `${who} moved to ${number} of ${zones.length}.`,
    );
  }

  function add() {
    draft.add();
    setSaid('A zone was added at the end.');
    onEnter();
  }

  function remove() {
    const next = zones[at + 1] ?? zones[at - 1];
    if (!next) return;
    draft.remove(selected);
    setSaid(`${name} was removed.`);
    focusRow(next.key);
  }

  function onKeyDownCapture(event: KeyboardEvent) {
    const isRow = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row';
    if (!isRow || event.ctrlKey || event.metaKey) return;
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    const isRemove = !event.altKey && (event.key === 'Delete' || event.key === 'Backspace');
    if (step === undefined && !isRemove) return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== undefined) {
      moveTo(selected, at + 1 + step);
      focusRow(selected);
    } else remove();
  }

  const { dragAndDropHooks } = useDragAndDrop<DraftZone>({
    getItems: (keys) => [...keys].map((key) => ({ [ZONE_DRAG]: String(key) })),
    acceptedDragTypes: [ZONE_DRAG],
    onReorder: ({ keys, target }) => {
      const [dragged] = [...keys].map(String);
      if (dragged === undefined) return;
      const from = zones.findIndex(({ key }) => key === dragged);
      const gap = zones.findIndex(({ key }) => key === target.key) + (target.dropPosition === 'after' ? 1 : 0);
      moveTo(dragged, from < gap ? gap : gap + 1);
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles['gap'] ?? ''} />,
  });

  return (
    <section aria-label="Zones" className={styles['zones']}>
      <div ref={list} className={layoutStyles['scroller']} onKeyDownCapture={onKeyDownCapture}>
        <GridList
          aria-label="Zones from the top of the page down"
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          disallowTypeAhead
          escapeKeyBehavior="none"
          keyboardNavigationBehavior="tab"
          selectedKeys={[selected]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined) draft.select(String(key));
          }}
          onAction={onEnter}
          dragAndDropHooks={dragAndDropHooks}
          items={zones.map((zone) => ({ ...zone, id: zone.key }))}
          dependencies={[zones]}
          className={layoutStyles['bare'] ?? ''}
        >
          {(zone) => <ZoneRow id={zone.key} zone={zone} isWrong={draft.errorsOf(zone.key) !== undefined} />}
        </GridList>
      </div>
      <div className={styles['actions']}>
        <Button icon={<Plus size={14} aria-hidden="true" />} isDisabled={zones.length >= MOST_ZONES} onPress={add}>
          Add a zone
        </Button>
        <span className={layoutStyles['fill']} />
        <IconButton
          label={`Move ${name} up`}
          keys="Alt ↑"
          icon={<ArrowUp size={15} aria-hidden="true" />}
          isDisabled={at <= 0}
          onPress={() => moveTo(selected, at)}
        />
        <IconButton
          label={`Move ${name} down`}
          keys="Alt ↓"
          icon={<ArrowDown size={15} aria-hidden="true" />}
          isDisabled={at === zones.length - 1}
          onPress={() => moveTo(selected, at + 2)}
        />
        <IconButton
          label={zones.length === 1 ? 'A page needs a zone' : `Remove ${name}`}
          keys="Del"
          icon={<Trash2 size={15} aria-hidden="true" />}
          isDisabled={zones.length === 1}
          onPress={remove}
        />
      </div>
      {zones.length >= MOST_ZONES ? <p className={styles['full']}>A page has at most {MOST_ZONES} zones.</p> : null}
      <VisuallyHidden elementType="p" role="status">
        {said}
      </VisuallyHidden>
    </section>
  );
}

function ZoneRow({ id, zone, isWrong }: { id: string; zone: DraftZone; isWrong: boolean }) {
  const name = zone.name.trim() || 'No name yet';
  const size = `at most ${zone.limit.trim() || '?'}`;
  const rule = formatRule(ruleOf(zone));
  const prominence = PROMINENCE_LABELS[zone.prominence];
  const spoken = [name, size, prominence, rule, isWrong ? 'needs fixing' : null].filter(Boolean).join(', ');
  return (
    <ListRow
      id={id}
      textValue={name}
      aria-label={spoken}
      className={cx(styles['row'], rowStyles['panel'], rowStyles['ring'], rowStyles['chosen'], rowStyles['carried'])}
    >
      <DragHandle className={styles['grip'] ?? ''}>
        <GripVertical size={14} aria-hidden="true" />
      </DragHandle>
      <div className={layoutStyles['wide']}>
        <p className={styles['top']}>
          <strong className={styles['name']}>{name}</strong>
          <span>{size}</span>
          {zone.prominence === 'standard' ? null : <Chip tone="outline">{prominence}</Chip>}
          {isWrong ? <Chip tone="bad">Needs fixing</Chip> : null}
        </p>
        <p className={styles['rule']}>{rule}</p>
      </div>
    </ListRow>
  );
}
