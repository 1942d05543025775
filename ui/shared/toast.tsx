import { signal } from '@preact/signals';

const SHOWN_MS = 2_600;

const text = signal('');
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says a short word that goes away by itself, and is read out. */
export function showToast(words: string): void {
  text.value = words;
  clearTimeout(timer);
  timer = setTimeout(() => {
    text.value = '';
  }, SHOWN_MS);
}

/** The place of the toasts. It is always there: a screen reader does not follow one that appears with its text. */
export function Toasts() {
  return <output class="toasts">{text.value && <span class="toast">{text}</span>}</output>;
}
