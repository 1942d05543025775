import type { ComponentChildren, RefObject, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { stepOf } from './list-keys.ts';
import { useVirtual, type VirtualRows } from './virtual.ts';

/** What a row has to put on the element that takes its focus. */
export interface RowFocus {
  tabIndex: 0 | -1;
  'data-row-focus': true;
}

interface RowAttributes extends Partial<RowFocus> {
  class?: string;
  'aria-label'?: string;
  onFocusIn?: () => void;
}

interface VirtualListProps<Item> {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** The row that Tab comes to; arrow keys move it. */
  active: string | null;
  onActive: (key: string) => void;
  /** The row that is brought into view when it becomes another one. */
  reveal?: string | null;
  render: (item: Item, focus: RowFocus, index: number) => ComponentChildren;
  /** Attributes of each row. */
  row?: (item: Item, focus: RowFocus, index: number) => RowAttributes;
  as: { list: 'ul'; row: 'li' } | { list: 'div'; row: 'article' };
  class: string;
  list?: { role?: 'feed'; 'aria-label'?: string };
  /** Height of a row before it is measured, in pixels. */
  estimate: number;
  /** Every row is as high as `estimate`: nothing is measured, which has the browser lay out the page each time. */
  fixed?: boolean;
  gap?: number;
  padding?: number;
  anchor?: 'start' | 'end';
  /** Label of a button that leads to the end, shown where the end is not seen. */
  toEnd?: string;
}

/** Pixels from the end at which a reader still reads the end. */
const NEAR_END = 80;

/** A list that draws the rows that are seen, and is one tab stop: arrows, Home and End move in it. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { items, keyOf, active, onActive, render, row, as, list, estimate } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const activeIndex = Math.max(
    active === null ? 0 : items.findIndex((item) => keyOf(item) === active),
    0,
  );
  const virtualizer = useVirtual({
    scroller,
    count: items.length,
    keyOf: (index) => keyOf(items[index]!),
    estimate,
    gap: props.gap ?? 0,
    padding: props.padding ?? 0,
    anchor: props.anchor ?? 'start',
    pinned: activeIndex,
  });
  useKeptFocus(scroller);
  const wanted = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const found = findRow(scroller.current, wanted.current);
    if (!found) return;
    wanted.current = undefined;
    found.focus({ preventScroll: true });
  });
  const { reveal = null } = props;
  const revealed = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (reveal === revealed.current) return;
    revealed.current = reveal;
    const index = items.findIndex((item) => keyOf(item) === reveal);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
  });
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const target = event.target;
    if (!(target instanceof HTMLElement) || !target.hasAttribute('data-row-focus')) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepOf(event.key, activeIndex, items.length);
    if (next === undefined) return;
    event.preventDefault();
    const key = keyOf(items[next]!);
    wanted.current = key;
    virtualizer.scrollToIndex(next, { align: 'auto' });
    onActive(key);
  };
  const List = as.list;
  const Row = as.row;
  return (
    <div class={props.class} ref={scroller} data-scroller>
      <List {...list} class="virtual" style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          const focus: RowFocus = {
            tabIndex: index === activeIndex ? 0 : -1,
            'data-row-focus': true,
          };
          return (
            <Row
              key={key}
              data-index={index}
              data-key={key}
              aria-posinset={index + 1}
              aria-setsize={items.length}
              {...row?.(item, focus, index)}
              ref={props.fixed ? undefined : virtualizer.measureElement}
              style={{ transform: `translateY(${start}px)` }}
              onKeyDown={onKeyDown}
            >
              {render(item, focus, index)}
            </Row>
          );
        })}
      </List>
      {props.toEnd && isFarFromEnd(virtualizer) && (
        <div class="to-end">
          <Button
            icon
            aria-label={props.toEnd}
            title={props.toEnd}
            onClick={() => virtualizer.scrollToEnd()}
          >
            <Icon name="down" />
          </Button>
        </div>
      )}
    </div>
  );
}

/** From what the virtual list knows: its own `isAtEnd` has the browser lay out the page. */
function isFarFromEnd(list: VirtualRows): boolean {
  const seen = (list.scrollOffset ?? 0) + (list.scrollRect?.height ?? 0);
  return list.getTotalSize() - seen > NEAR_END;
}

function findRow(list: HTMLElement | null, key: string): HTMLElement | null {
  const row = list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
  return row?.hasAttribute('data-row-focus')
    ? row
    : (row?.querySelector<HTMLElement>('[data-row-focus]') ?? null);
}

/** Rows change places as messages arrive, and an element that is moved in the document loses its focus. */
function useKeptFocus(scroller: RefObject<HTMLElement | null>): void {
  const before = document.activeElement;
  const hadFocus = before !== null && (scroller.current?.contains(before) ?? false);
  useLayoutEffect(() => {
    if (!hadFocus || document.activeElement === before) return;
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  });
}
