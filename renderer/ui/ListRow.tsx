import {
  type ContextType,
  createContext,
  type DragEvent,
  type FocusEvent,
  type ForwardedRef,
  type HTMLAttributes,
  memo,
  type KeyboardEvent as ReactKeyboardEvent,
  type ReactNode,
  type RefObject,
  startTransition,
  useContext,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { mergeProps } from 'react-aria/mergeProps';
import { type AriaButtonProps, useButton } from 'react-aria/useButton';
import { useGridListItem } from 'react-aria/useGridList';
import {
  CollectionRendererContext,
  createLeafComponent,
  DragAndDropContext,
  type Key,
  ListStateContext,
} from 'react-aria-components';
import { passKeysOn } from './pass-keys-on.ts';

interface ListRowProps {
  id: Key;
  /** The data of a drag. */
  value?: object;
  textValue: string;
  'aria-label'?: string;
  className?: string | undefined;
  children: ReactNode;
}

type ListNode = Parameters<typeof useGridListItem>[0]['node'];

type DragProps = Pick<HTMLAttributes<HTMLElement>, 'onDragStart' | 'onDrag' | 'onDragEnd'>;

interface Handle {
  rowKey: Key;
  text: string;
  /** True while the pointer is over the row or the focus is in it. */
  isNear: boolean;
  /** Receives the row's own drag events. */
  source: RefObject<DragProps>;
}

const HandleContext = createContext<Handle | null>(null);

/**
 * ListRow is a cheaper GridListItem. React Aria re-renders every row on each list change; rows whose selection, focus
 * and drag state did not change are deferred here. Unlike GridListItem it leaves hover and focus styles to CSS, has
 * no checkbox and is no drop target. A drag listens to every key and click, so the row is ready for one only while it
 * is hovered or focused. Its handle is a `DragHandle`.
 */
export const ListRow = createLeafComponent(
  'item',
  ({ className, children }: ListRowProps, _: ForwardedRef<HTMLDivElement>, node: ListNode) => (
    <RowView className={className} node={node}>
      {children}
    </RowView>
  ),
);

function RowView({ node, className, children }: Pick<ListRowProps, 'className' | 'children'> & { node: ListNode }) {
  const list = useContext(ListStateContext);
  const { dragState } = useContext(DragAndDropContext);
  if (!list) throw new Error('A ListRow must be inside a GridList.');
  const { isVirtualized = false } = useContext(CollectionRendererContext);
  const latest = useMemo(() => toRowState(list, dragState, node.key), [list, dragState, node.key]);
  const earlier = useDeferredValue(latest);
  const text = node.textValue;
  const label = node['aria-label'] || text;
  const content = useMemo(() => ({ label, text, className, children }), [label, text, className, children]);
  return (
    <ContentContext value={content}>
      <RowShell node={node} row={earlier.says === latest.says ? earlier : latest} isVirtualized={isVirtualized} />
    </ContentContext>
  );
}

/** A row's content bypasses the shell, because most changes of a row are in its words only. */
interface Content {
  label: string;
  text: string;
  className: string | undefined;
  children: ReactNode;
}

const ContentContext = createContext<Content | null>(null);

type List = NonNullable<ContextType<typeof ListStateContext>>;
type Drag = ContextType<typeof DragAndDropContext>['dragState'];

/** Puts the list's state about one row into one string to compare; the list object itself is new with every step. */
function toRowState(list: List, drag: Drag, key: Key) {
  const { selectionManager: manager } = list;
  const isCurrent = manager.focusedKey === key;
  const isDragging = drag?.isDragging(key) ?? false;
  const says = [
    isCurrent && manager.isFocused,
    isCurrent && manager.childFocusStrategy,
    manager.isSelected(key),
    manager.isDisabled(key),
    manager.isEmpty,
    manager.selectionBehavior,
    isCurrent,
    isDragging,
  ].join();
  return { list, isDraggable: drag !== undefined, isDragging, says };
}

interface RowShellProps {
  node: ListNode;
  row: ReturnType<typeof toRowState>;
  isVirtualized: boolean;
}

/** RowShell handles a row's selection, keys and drag. */
const RowShell = memo(function RowShell({ node, row, isVirtualized }: RowShellProps) {
  const { list, isDraggable, isDragging } = row;
  const ref = useRef<HTMLDivElement>(null);
  const { rowProps, gridCellProps, isSelected } = useGridListItem(
    { node, isVirtualized, shouldSelectOnPressUp: isDraggable },
    list,
    ref,
  );
  const [isOver, setOver] = useState(false);
  const [hasKeys, setKeys] = useState(false);
  const isNear = isOver || hasKeys || isDragging;
  const source = useRef<DragProps>({});
  const own = useMemo(
    () => ({
      draggable: true,
      onPointerEnter: () => setOver(true),
      onPointerLeave: () => setOver(false),
      onFocus: ({ target, currentTarget }: FocusEvent) => {
        // A keyboard drag starts at the handle, which is another key away, so this may be deferred.
        if (target === currentTarget) startTransition(() => setKeys(true));
        else setKeys(true);
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) =>
        startTransition(() => setKeys(currentTarget.contains(relatedTarget))),
      onDragStart: (event: DragEvent<HTMLElement>) => source.current.onDragStart?.(event),
      onDrag: (event: DragEvent<HTMLElement>) => source.current.onDrag?.(event),
      onDragEnd: (event: DragEvent<HTMLElement>) => source.current.onDragEnd?.(event),
    }),
    [],
  );
  return (
    <RowParts
      rowKey={node.key}
      rowRef={ref}
      rowProps={mergeProps(rowProps, isDraggable ? own : {}, ENTER)}
      cellProps={gridCellProps}
      isSelected={isSelected}
      isDragging={isDragging}
      isNear={isNear}
      source={source}
    />
  );
}, isSameShell);

/** A node is a new object whenever its content changes. The shell needs only these fields of it. */
function isSameShell(before: RowShellProps, now: RowShellProps): boolean {
  return (
    before.row === now.row &&
    before.isVirtualized === now.isVirtualized &&
    before.node.key === now.node.key &&
    (!now.isVirtualized || before.node.index === now.node.index)
  );
}

interface RowPartsProps {
  rowKey: Key;
  rowRef: RefObject<HTMLDivElement | null>;
  rowProps: HTMLAttributes<HTMLElement>;
  cellProps: HTMLAttributes<HTMLElement>;
  isSelected: boolean;
  isDragging: boolean;
  isNear: boolean;
  source: Handle['source'];
}

function RowParts({ rowKey, rowRef, rowProps, cellProps, isSelected, isDragging, isNear, source }: RowPartsProps) {
  const content = useContext(ContentContext);
  if (!content) throw new Error('The parts of a row must be inside a ListRow.');
  const { label, text, className, children } = content;
  const handle = useMemo(() => ({ rowKey, text, isNear, source }), [rowKey, text, isNear, source]);
  return (
    <div
      {...{ ...rowProps, 'aria-label': label }}
      ref={rowRef}
      className={className}
      data-selected={isSelected || undefined}
      data-dragging={isDragging || undefined}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it is the cell, and only forwards keys pressed inside. */}
      <div {...cellProps} style={CELL} onKeyDown={passKeysOn}>
        <HandleContext value={handle}>{children}</HandleContext>
      </div>
    </div>
  );
}

const CELL = { display: 'contents' } as const;

/**
 * Rows act on Enter's keydown, as elsewhere on the desktop. React Aria waits for keyup, so one is dispatched to it.
 */
const ENTER = {
  onKeyDown: (event: ReactKeyboardEvent<HTMLElement>) => {
    const { key, repeat, target, currentTarget } = event;
    if (key !== 'Enter' || repeat || target !== currentTarget) return;
    currentTarget.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }));
    dropRepeats(currentTarget.ownerDocument);
  },
};

/** A held Enter must not reach what the row has opened, for example submit its form. */
function dropRepeats(root: Document): void {
  const held = new AbortController();
  const options = { capture: true, signal: held.signal };
  root.addEventListener('keyup', () => held.abort(), options);
  root.addEventListener(
    'keydown',
    (event) => {
      if (!event.repeat) return held.abort();
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    options,
  );
}

/** DragHandle starts a keyboard drag: Enter, then Tab to a place, Enter again. The mouse drags the whole row. */
export const DragHandle = memo(function DragHandle({
  className,
  children,
}: {
  className: string;
  children: ReactNode;
}) {
  const handle = useContext(HandleContext);
  if (!handle) throw new Error('A DragHandle must be inside a ListRow.');
  const ref = useRef<HTMLButtonElement>(null);
  const [ready, setReady] = useState<Ready | null>(null);
  const { buttonProps } = useButton(
    {
      'aria-label': ready?.label ?? `Drag ${handle.text}`,
      ...(ready ? { isDisabled: ready.isDisabled, onPress: ready.onPress } : {}),
    },
    ref,
  );
  return (
    <button
      {...buttonProps}
      ref={ref}
      aria-describedby={ready?.description}
      className={className}
      style={{ pointerEvents: 'none' }}
    >
      {children}
      {handle.isNear ? <Readiness handle={handle} onReady={setReady} /> : null}
    </button>
  );
});

interface Ready {
  isDisabled: boolean;
  label: string | undefined;
  description: string | undefined;
  onPress: NonNullable<AriaButtonProps['onPress']>;
}

/** Prepares a row for a drag. Only the hovered or focused row does this, because it listens to every key and click. */
function Readiness({ handle, onReady }: { handle: Handle; onReady: (ready: Ready | null) => void }) {
  const { dragAndDropHooks, dragState } = useContext(DragAndDropContext);
  const useDraggableItem = dragAndDropHooks?.useDraggableItem;
  if (!useDraggableItem || !dragState) throw new Error('A DragHandle must be inside a list that can be dragged.');
  const { dragProps, dragButtonProps } = useDraggableItem({ key: handle.rowKey, hasDragButton: true }, dragState);
  const { source } = handle;
  const newest = useRef(dragButtonProps);
  useLayoutEffect(() => {
    source.current = dragProps;
    newest.current = dragButtonProps;
  });
  const { isDisabled = false, 'aria-label': label, 'aria-describedby': description } = dragButtonProps;
  useLayoutEffect(() => {
    onReady({ isDisabled, label, description, onPress: (event) => newest.current.onPress?.(event) });
    return () => {
      source.current = {};
      onReady(null);
    };
  }, [onReady, source, isDisabled, label, description]);
  return null;
}
