import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { readPreference, writePreference } from './preferences.ts';

export type Language = 'en' | 'zh';

/** The language of the page: English until `startLanguage` has asked the reader's choice and browser. */
export const language = signal<Language>('en');

export function startLanguage(): void {
  const chosen = readPreference('language');
  const preferred = navigator.language.startsWith('zh') ? 'zh' : 'en';
  language.value = chosen === 'en' || chosen === 'zh' ? chosen : preferred;
  effect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
  });
}

export function toggleLanguage(): void {
  language.value = language.value === 'zh' ? 'en' : 'zh';
  writePreference('language', language.value);
}

/** The words of a page in the language of the reader. A key that one language lacks does not compile. */
export function createTexts<T>(texts: Record<Language, T>): ReadonlySignal<T> {
  return computed(() => texts[language.value]);
}

const plurals = new Intl.PluralRules('en');

/** `1 part`, `2 parts`. Chinese has no plural. */
export function plural(n: number, one: string, other: string): string {
  return `${count(n)} ${plurals.select(n) === 'one' ? one : other}`;
}

const numbers = new Intl.NumberFormat('en');

/** `12,345` in both languages. */
export const count = (n: number): string => numbers.format(n);

const STYLES = {
  clock: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  minute: { hour: '2-digit', minute: '2-digit' },
  date: { day: 'numeric', month: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  full: { dateStyle: 'medium', timeStyle: 'medium' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const LOCALES = { en: 'en-GB', zh: 'zh-CN' } satisfies Record<Language, string>;

// To make a formatter takes 50 times as long as to use it.
const formats = new Map<string, Intl.DateTimeFormat>();

/** A time (milliseconds or ISO 8601) as readers of the language write it. */
export function formatTime(style: keyof typeof STYLES, time: number | string): string {
  const locale = LOCALES[language.value];
  const key = `${locale} ${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, STYLES[style]);
    formats.set(key, format);
  }
  return format.format(new Date(time));
}

export const isSameDay = (a: number, b: number): boolean =>
  new Date(a).toDateString() === new Date(b).toDateString();

/** The time of today, the date of any other day. */
export function formatShortTime(time: number): string {
  return formatTime(isSameDay(time, Date.now()) ? 'minute' : 'date', time);
}
