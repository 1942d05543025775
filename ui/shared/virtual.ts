import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

export type VirtualRows = Virtualizer<HTMLElement, HTMLElement>;

interface VirtualSettings {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  keyOf: (index: number) => string;
  /** Height of a row before it is measured, in pixels. */
  estimate: number;
  gap: number;
  padding: number;
  /** `end`: it opens at its end, and stays there while rows are added. */
  anchor: 'start' | 'end';
  /** A row that is always drawn, also outside of what is seen: it can have the focus. */
  pinned: number;
}

/** The rows of a long list that are seen. TanStack has no adapter for Preact. */
export function useVirtual(settings: VirtualSettings): VirtualRows {
  const { scroller, count, keyOf, estimate, gap, padding, anchor, pinned } = settings;
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    count,
    getScrollElement: () => scroller.current,
    getItemKey: keyOf,
    estimateSize: () => estimate,
    gap,
    paddingStart: padding,
    paddingEnd: padding,
    overscan: 4,
    anchorTo: anchor,
    followOnAppend: anchor === 'end',
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    rangeExtractor: (range) => withPinned(defaultRangeExtractor(range), pinned, count),
    onChange: () => redraw(undefined),
  };
  const list = useRef<VirtualRows>(undefined);
  list.current ??= new Virtualizer(options);
  const virtualizer = list.current;
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => {
    if (anchor === 'end') virtualizer.scrollToEnd();
  }, [virtualizer, anchor]);
  return virtualizer;
}

function withPinned(range: number[], pinned: number, count: number): number[] {
  if (pinned < 0 || pinned >= count || range.includes(pinned)) return range;
  return [...range, pinned].sort((a, b) => a - b);
}
