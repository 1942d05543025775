import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { readPreference, writePreference } from './preferences.ts';

/** Single letters can be switched off, since speech input types them by accident (WCAG 2.1.4). */
export const areShortcutsOn = signal(true);

export function startShortcuts(): void {
  areShortcutsOn.value = readPreference('shortcuts') !== 'off';
}

export function toggleShortcuts(): void {
  areShortcutsOn.value = !areShortcutsOn.value;
  writePreference('shortcuts', areShortcutsOn.value ? 'on' : 'off');
}

const FIELDS = 'input, textarea, select, [contenteditable]';

export const isInField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(FIELDS);

/** Calls the function of a key, unless the reader types or a dialog is open. */
export function useShortcuts(shortcuts: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!areShortcutsOn.value || event.defaultPrevented || isInField(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('dialog[open]')) return;
      const run = Object.hasOwn(shortcuts, event.key) ? shortcuts[event.key] : undefined;
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
