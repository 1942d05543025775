import type { EmulatorClock } from '../model/clock.js';
import type { Feed } from '../model/event-bus.js';
import { postJson } from './post-json.js';
import type { Push, PushKind } from '../model/push.js';

const MINUTE = 60_000;
/** Waits before the three retries (https://help.aliyun.com/document_detail/101867.html). */
const RETRY_AFTER = [1 * MINUTE, 5 * MINUTE, 10 * MINUTE];

/** Pushes that are remembered. */
const KEPT = 500;

export type PushUrls = Partial<Record<PushKind, string>>;

/** Posts what Aliyun would push, and repeats it on the emulator's clock. */
export class Pusher {
  private kept: Push[] = [];
  private sequence = 0;
  private stopping = new AbortController();

  constructor(
    private readonly clock: EmulatorClock,
    private readonly feed: Feed,
    public urls: PushUrls,
  ) {}

  /** Newest first. */
  list(): Push[] {
    return this.kept.toReversed();
  }

  /** Resolves after the first attempt; `undefined` where no address is set for this kind. */
  async push(kind: PushKind, items: readonly object[]): Promise<Push | undefined> {
    const url = this.urls[kind];
    if (!url) return undefined;
    const push: Push = {
      id: `p${++this.sequence}`,
      kind,
      url,
      items,
      attempts: [],
      state: 'pending',
    };
    this.kept.push(push);
    if (this.kept.length > KEPT) this.kept.shift();
    await this.attempt(push, this.clock.now());
    return push;
  }

  /** Forgets everything, also what is under way. */
  reset(): void {
    this.stop();
    this.stopping = new AbortController();
    this.kept = [];
  }

  stop(): void {
    this.stopping.abort();
  }

  /** `time` is when the attempt is due; the waits count from there, so that steps are exact. */
  private async attempt(push: Push, time: number): Promise<void> {
    const { signal } = this.stopping;
    const at = new Date(time).toISOString();
    const { status, error } = await this.tryOnce(push, signal);
    if (signal.aborted) return;
    push.attempts.push({ at, status, error });
    const wait = RETRY_AFTER[push.attempts.length - 1];
    if (error === null) push.state = 'accepted';
    else if (wait === undefined) push.state = 'dropped';
    else {
      push.state = 'retrying';
      this.clock.schedule(time + wait, () => this.attempt(push, time + wait));
    }
    this.feed.emit({ type: 'push', push });
  }

  private async tryOnce(push: Push, signal: AbortSignal) {
    try {
      const { status, body } = await postJson(push.url, JSON.stringify(push.items), signal);
      return { status, error: faultOf(status, body) };
    } catch (error) {
      return { status: null, error: (error as Error).message || 'no connection' };
    }
  }
}

/** Only that `code` is a number is looked at, not which. */
function faultOf(status: number, body: string): string | null {
  if (status !== 200) return `answered with HTTP ${status}`;
  try {
    const answer = JSON.parse(body) as { code?: unknown } | null;
    if (typeof answer?.code === 'number') return null;
  } catch {
    // answered below
  }
  return 'the answer has no numeric "code"';
}
