import { useEffect } from 'preact/hooks';
import { nextFrame } from '../shared/frame.ts';
import { isInField, useShortcuts } from '../shared/shortcuts.ts';
import { store } from './console.ts';
import { go, place, slide } from './place.ts';

function step(by: number): void {
  const at = place.value;
  if (at.view !== 'instances') return;
  const next = store.neighbour(at.isNew ? null : at.name, by);
  if (next) slide('instances', next);
}

function toSearch(): void {
  if (!document.getElementById('search')) go('instances');
  nextFrame(() => document.getElementById('search')?.focus());
}

/** What the keyboard does. */
export function useKeys(): void {
  useShortcuts({
    n: () => {
      if (store.state.value?.canCreate) go('new');
    },
    '/': toSearch,
    j: () => step(1),
    k: () => step(-1),
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('dialog[open]')) return;
      if (event.key === 'Escape') escape(event);
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** Only the form that has the focus: nobody sends by accident from elsewhere on the page. */
function submit(event: KeyboardEvent): void {
  const form = event.target instanceof Element ? event.target.closest('form') : null;
  if (!form) return;
  event.preventDefault();
  if (!event.repeat) form.requestSubmit();
}

/** Esc goes one step back: out of the search, a field, the instance. */
function escape(event: KeyboardEvent): void {
  const { activeElement } = document;
  if (activeElement?.id === 'search' && store.search.value) {
    event.preventDefault();
    store.search.value = '';
  } else if (activeElement instanceof HTMLElement && isInField(activeElement)) {
    activeElement.blur();
  } else if (place.value.view === 'instances') {
    go('instances');
    nextFrame(() => document.querySelector<HTMLElement>('.instance[tabindex="0"]')?.focus());
  }
}
