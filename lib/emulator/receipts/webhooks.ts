import type { EmulatorClock } from '../model/clock.js';
import type { EventBus } from '../model/event-bus.js';
import { PUSH_KINDS } from '../model/push.js';
import type { Push, PushKind, PushUrls } from '../model/push.wire.js';
import { postJson } from './post-json.js';

const MINUTE = 60_000;
/** Waits before the three retries (https://help.aliyun.com/document_detail/101867.html). */
const RETRY_AFTER = [1 * MINUTE, 5 * MINUTE, 10 * MINUTE];

/** Pushes that are remembered. */
const MAX_PUSHES = 500;

/** Posts what Aliyun pushes, and retries on the emulator's clock. */
export class Webhooks {
  readonly #clock: EmulatorClock;
  readonly #events: EventBus;
  #pushes: Push[] = [];
  #sequence = 0;
  #stopping = new AbortController();
  urls: PushUrls;

  constructor(clock: EmulatorClock, events: EventBus, urls: PushUrls) {
    this.#clock = clock;
    this.#events = events;
    this.urls = urls;
  }

  /** Newest first. */
  list(): Push[] {
    return this.#pushes.toReversed();
  }

  /** Resolves after the first attempt; with `undefined` where no address is set for this kind. */
  async push(kind: PushKind, items: readonly object[]): Promise<Push | undefined> {
    const url = this.urls[kind];
    if (!url) return undefined;
    const push: Push = {
      id: `p${++this.#sequence}`,
      kind,
      url,
      items,
      attempts: [],
      state: 'pending',
    };
    this.#pushes.push(push);
    if (this.#pushes.length > MAX_PUSHES) this.#pushes.shift();
    await this.#attempt(push, this.#clock.now());
    return push;
  }

  /** Forgets all pushes and aborts those that are under way. */
  reset(): void {
    this.stop();
    this.#stopping = new AbortController();
    this.#pushes = [];
  }

  stop(): void {
    this.#stopping.abort();
  }

  /** `time` is when the attempt is due: the next wait counts from there, so the steps are exact. */
  async #attempt(push: Push, time: number): Promise<void> {
    const { signal } = this.#stopping;
    const at = new Date(time).toISOString();
    const { status, error } = await post(push, signal);
    if (signal.aborted) return;
    push.attempts.push({ at, status, error });
    const wait = RETRY_AFTER[push.attempts.length - 1];
    if (error === null) push.state = 'accepted';
    else if (wait === undefined) push.state = 'dropped';
    else {
      push.state = 'retrying';
      this.#clock.schedule(time + wait, () => this.#attempt(push, time + wait));
    }
    this.#events.emit({ type: 'push', push });
  }
}

async function post(push: Push, signal: AbortSignal) {
  try {
    const { status, body } = await postJson(push.url, JSON.stringify(push.items), signal);
    return { status, error: responseError(status, body) };
  } catch (error) {
    return { status: null, error: (error as Error).message || 'no connection' };
  }
}

/** `code` must be a number; which number does not matter. */
function responseError(status: number, body: string): string | null {
  if (status !== 200) return `answered with HTTP ${status}`;
  try {
    const response = JSON.parse(body) as { code?: unknown } | null;
    if (typeof response?.code === 'number') return null;
  } catch {
    // Not JSON: the same error as below.
  }
  return 'the answer has no numeric "code"';
}

/** The address for each kind of push. One address alone is used for all kinds. */
export function toPushUrls(urls: string | PushUrls | undefined): PushUrls {
  const byKind =
    typeof urls === 'string' ? Object.fromEntries(PUSH_KINDS.map((kind) => [kind, urls])) : urls;
  for (const url of Object.values(byKind ?? {})) {
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
      throw new TypeError(`Pushes go to an http: or https: address, which ${url} is not`);
    }
  }
  return byKind ?? {};
}
