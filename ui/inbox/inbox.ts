import { computed, effect, signal, untracked } from '@preact/signals';
import { isPageVisible, matchesMedia } from '../shared/media.ts';
import { navigate, route } from '../shared/route.ts';
import { Connection } from './connection.ts';
import { refreshTools } from './panel/tools.ts';
import { readSeen, writeSeen } from './seen.ts';
import { InboxStore } from './store.ts';
import { texts } from './texts.ts';

export const store = new InboxStore(undefined, readSeen());
export const connection = new Connection(store, refreshTools);

/** On a narrow page there is place for the list or for one number. */
export const isNarrow = matchesMedia('(max-width: 720px)');
const isVisible = isPageVisible();

/** The number whose messages are shown: `#/to/13900001234`. */
export const openNumber = computed<string | null>(() => {
  const [view, number] = route.value.path;
  return view === 'to' && number ? number : null;
});

/** A reply that is being written, by number: it outlives a change of the number. */
export const drafts = signal<ReadonlyMap<string, string>>(new Map());

const query = () => ({ q: store.search.value });

export function showNumber(phoneNumber: string, options?: { replace?: boolean }): void {
  navigate({ path: ['to', phoneNumber], query: query() }, options);
}

export function showList(options?: { replace?: boolean }): void {
  navigate({ path: [], query: query() }, options);
}

export function search(text: string): void {
  store.search.value = text;
  navigate({ path: route.value.path, query: query() }, { replace: true });
}

/** Opens the number that is so many steps further down the list. */
export function step(by: number): void {
  const rows = store.numbers.value;
  const at = rows.findIndex(({ phoneNumber }) => phoneNumber === openNumber.value);
  const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
  if (next) showNumber(next.phoneNumber, { replace: true });
}

/** Follows what is open, what is read, and the title. */
export function startInbox(): void {
  effect(() => {
    store.search.value = route.value.query['q'] ?? '';
  });
  effect(() => {
    if (connection.state.value === 'connecting') return;
    const open = openNumber.value;
    const rows = store.numbers.value;
    if (open !== null && store.isEmpty.value) showList({ replace: true });
    if (isNarrow.value || rows.length === 0) return;
    const isHidden = store.search.value !== '' && !rows.some((row) => row.phoneNumber === open);
    if (open === null || isHidden) showNumber(rows[0]!.phoneNumber, { replace: true });
  });
  effect(() => {
    void store.numbers.value;
    const open = openNumber.value;
    if (open !== null && isVisible.value) untracked(() => store.look(open));
  });
  effect(() => {
    const unread = store.unread.value;
    const { title } = texts.value;
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
  });
  addEventListener('pagehide', () => writeSeen(store.seen()));
  connection.start();
}
