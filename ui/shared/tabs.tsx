import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { stepOf } from './list-keys.ts';

interface TabsProps<Key extends string> {
  label: string;
  tabs: readonly { readonly key: Key; readonly title: string }[];
  selected: Key;
  onSelect: (key: Key) => void;
  /** Stands beside the tabs, as a button that closes them. */
  after?: ComponentChildren;
  children: ComponentChildren;
}

/** Tabs as WAI-ARIA describes them: one tab stop, arrow keys, the panel is labelled by its tab. */
export function Tabs<Key extends string>(props: TabsProps<Key>) {
  const { label, tabs, selected, onSelect, after, children } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ key }) => key === selected);
    const next = stepOf(event.key, at, tabs.length, 'horizontal');
    if (next === undefined) return;
    event.preventDefault();
    onSelect(tabs[next]!.key);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <>
      <div class="tabs-row">
        <div class="tabs" role="tablist" aria-label={label} ref={list}>
          {tabs.map(({ key, title }) => (
            <button
              key={key}
              type="button"
              role="tab"
              id={`${id}-${key}`}
              aria-selected={key === selected}
              aria-controls={`${id}-panel`}
              tabIndex={key === selected ? 0 : -1}
              onClick={() => onSelect(key)}
              onKeyDown={onKeyDown}
            >
              {title}
            </button>
          ))}
        </div>
        {after}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`}>
        {children}
      </div>
    </>
  );
}
