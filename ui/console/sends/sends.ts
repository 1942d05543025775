import { computed, signal } from '@preact/signals';
import type { RecentSend, SendsAnswer } from '../../../lib/console/console.wire.ts';
import { coalesce } from '../../shared/coalesce.ts';
import { navigate, route } from '../../shared/route.ts';
import { api } from '../api.ts';
import { place } from '../place.ts';
import { poll } from '../poll.ts';

const EVERY = 2_000;
const PAGE = 50;
const MOST = 200;

export const OUTCOMES = [
  'accepted',
  'refused',
  'not-sent',
  'unknown',
  'invalid',
] as const satisfies readonly RecentSend['outcome'][];

export const FILTERS = ['text', 'instance', 'outcome', 'template'] as const;

export type Filters = Readonly<Record<(typeof FILTERS)[number], string>>;

/** The filters stand in the address, so that it can be given to somebody else. */
export const filters = computed<Filters>(() => {
  const { query } = route.value;
  const [text = '', instance = '', outcome = '', template = ''] = FILTERS.map((key) => query[key]);
  return { text, instance, outcome, template };
});

export const isFiltered = computed(() => Object.values(filters.value).some(Boolean));

/** `null` until the first response. */
export const answer = signal<SendsAnswer | null>(null);
const limit = signal(PAGE);
/** Pages below what is followed: they are not asked for again. */
export const older = signal<readonly RecentSend[]>([]);
const olderNext = signal<string | null>(null);

export const next = computed(() =>
  older.value.length > 0 ? olderNext.value : (answer.value?.next ?? null),
);

/** What is shown: what is followed, and what the reader has asked for below it. */
export const shown = computed<readonly RecentSend[]>(() => {
  const newest = answer.value?.sends ?? [];
  const known = new Set(newest.map(({ id }) => id));
  return [...newest, ...older.value.filter(({ id }) => !known.has(id))];
});

const isOutcome = (text: string): text is RecentSend['outcome'] =>
  OUTCOMES.some((each) => each === text);

function query() {
  const { text, instance, outcome, template } = filters.peek();
  return { text, instance, template, ...(isOutcome(outcome) && { outcome }) };
}

const load = coalesce(async () => {
  const asked = JSON.stringify(filters.peek());
  const response = await api.sends({ ...query(), limit: limit.peek() });
  if (asked === JSON.stringify(filters.peek())) answer.value = response;
});

export const pollSends = poll(EVERY, async () => {
  if (place.peek().view === 'sends') await load();
});

export function setFilter(change: Partial<Filters>): void {
  navigate({ path: ['sends'], query: { ...filters.peek(), ...change } }, { replace: true });
}

/** Starts anew with the filters that are set now. */
export async function restart(): Promise<void> {
  older.value = [];
  olderNext.value = null;
  limit.value = PAGE;
  await load().catch(() => {
    // The chip of the connection says it; the next turn tries again.
  });
}

export async function showOlder(): Promise<void> {
  const before = next.peek();
  if (before === null) return;
  const page = await api.sends({ ...query(), before, limit: MOST });
  older.value = [...older.peek(), ...page.sends];
  olderNext.value = page.next;
}
