import { signal, type ReadonlySignal } from '@preact/signals';

/** Whether a media query matches, followed. */
export function matchesMedia(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const matches = signal(list.matches);
  list.addEventListener('change', () => {
    matches.value = list.matches;
  });
  return matches;
}

/** Whether the tab is seen, followed. */
export function isPageVisible(): ReadonlySignal<boolean> {
  const visible = signal(!document.hidden);
  document.addEventListener('visibilitychange', () => {
    visible.value = !document.hidden;
  });
  return visible;
}
