import { effect, signal } from '@preact/signals';
import { readPreference, writePreference } from './preferences.ts';

export type Theme = 'system' | 'light' | 'dark';

export const theme = signal<Theme>('system');

export function startTheme(): void {
  const chosen = readPreference('theme');
  if (chosen === 'light' || chosen === 'dark') theme.value = chosen;
  effect(() => {
    if (theme.value === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme.value;
  });
}

export function toggleTheme(): void {
  theme.value = nextTheme(theme.value, matchMedia('(prefers-color-scheme: dark)').matches);
  writePreference('theme', theme.value);
}

/** The first step always changes what is seen, the second changes it back, the third follows the system again. */
export function nextTheme(from: Theme, isSystemDark: boolean): Theme {
  const [other, same] = isSystemDark ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
  if (from === 'system') return other;
  return from === other ? same : 'system';
}
