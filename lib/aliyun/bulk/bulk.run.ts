import { SmsException } from '../../errors/sms.exception.js';
import { SmsRequestException } from '../../errors/sms-request.exception.js';
import type { SendContent } from '../../sms/send.js';
import type { SendMessageResult } from '../../sms/send-message.result.js';
import { verdictOf } from '../../sms/send.watch.js';
import type { SmsMessage } from '../../sms/sms-message.js';
import type { BulkOptions, BulkResult } from './bulk.options.js';
import { BulkTally } from './bulk.tally.js';
import { CallPlanner } from './call.planner.js';
import { Pace } from './pace.js';
import { halvesOf, type PlannedCall } from './planned-call.js';
import { newOutId } from '../../sms/out-id.js';
import { isSpoiledByOne } from './spoiled-by-one.js';

/** What a bulk send needs of its instance: the same checks and the same road as a single send. */
export interface BulkRoad {
  /** @throws SmsParameterException */
  parse(message: SmsMessage): SendContent;
  deliver(content: SendContent, outId: string, signal?: AbortSignal): Promise<SendMessageResult>;
}

/** A call whose outcome is known, and with it that of its messages. */
export interface EndedCall extends Pick<PlannedCall, 'messages' | 'indexes'> {
  common: Omit<BulkResult, 'index' | 'message'>;
}

const DEFAULT_CONCURRENCY = 4;
// Milliseconds for which a message of a slow source waits for its like.
const MAX_WAIT = 200;

/** The calls of one bulk send: planned, on their way, and ended. */
export class BulkRun {
  readonly #concurrency: number;
  readonly #signal: AbortSignal | undefined;
  readonly #pace: Pace;
  readonly #planner = new CallPlanner();
  readonly #tally: BulkTally;
  #ready: PlannedCall[] = [];
  #inFlight = 0;
  #ended: EndedCall[] = [];
  #fault: { error: unknown } | undefined;
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;
  #change: Deferred | undefined;
  readonly #onAbort = () => this.stop();

  constructor(
    options: BulkOptions,
    private readonly road: BulkRoad,
  ) {
    this.#concurrency = options.concurrency ?? DEFAULT_CONCURRENCY;
    this.#signal = options.signal;
    this.#pace = new Pace(options.perSecond);
    this.#tally = new BulkTally(options.onProgress);
    if (this.#signal?.aborted) this.#isStopped = true;
    this.#signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** Whether another message may be read: only where it can be sent, and results are taken. */
  get wantsMore(): boolean {
    return this.#inFlight < this.#concurrency && this.#ended.length === 0 && !this.#isStopped;
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Whether every message that was added has a result that was taken. */
  get isDone(): boolean {
    return this.#inFlight === 0 && this.#ready.length === 0 && this.#ended.length === 0;
  }

  add(message: SmsMessage): void {
    const index = this.#tally.read++;
    try {
      const content = this.road.parse(message);
      this.#ready.push(...this.#planner.add(index, message, content));
      if (this.#ready.length > 0) this.#startReady();
      this.#timer ??= setTimeout(() => this.flush(), MAX_WAIT);
    } catch (error) {
      if (!(error instanceof SmsException)) throw error;
      this.#end({ messages: [message], indexes: [index] }, error);
      this.#notify();
    }
  }

  /** Sends what still waits for its like. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#ready.push(...this.#planner.flush());
    this.#startReady();
  }

  /** Starts no further call: what was added and not sent comes back as `not-sent`. */
  stop(): void {
    this.#isStopped = true;
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.flush();
    this.#notify();
  }

  /** Ends the run with an error that is not about a message. */
  fail(error: unknown): void {
    this.#fault ??= { error };
    this.stop();
  }

  /** The calls that have ended since the last time; throws the fault of the run after the last one. */
  takeEnded(): EndedCall[] {
    const ended = this.#ended;
    this.#ended = [];
    if (ended.length > 0) this.#notify();
    else if (this.#fault && this.isDone) throw this.#fault.error;
    return ended;
  }

  /** Resolves at the next change of what the properties tell. */
  changed(): Promise<void> {
    this.#change ??= deferred();
    return this.#change.promise;
  }

  #notify(): void {
    this.#change?.resolve();
    this.#change = undefined;
  }

  #startReady(): void {
    while (this.#ready.length > 0 && (this.#inFlight < this.#concurrency || this.#isStopped)) {
      this.#inFlight++;
      void this.#carry(this.#ready.shift()!)
        .catch((error: unknown) => this.fail(error))
        .finally(() => {
          this.#inFlight--;
          this.#startReady();
          this.#notify();
        });
    }
  }

  async #carry(call: PlannedCall): Promise<void> {
    const { content } = call;
    if (!this.#isStopped) await this.#pace.wait(content.phones.length, this.#signal);
    if (this.#isStopped) return this.#end(call, aborted());
    this.#tally.calls++;
    const outId = call.outId ?? newOutId();
    const signal = call.messages.length === 1 ? call.messages[0]!.signal : undefined;
    try {
      this.#end(call, await this.road.deliver(content, outId, signal));
    } catch (error) {
      if (!(error instanceof SmsException)) throw error;
      if (call.messages.length === 1 || !isSpoiledByOne(error)) return this.#end(call, error);
      for (const half of halvesOf(call)) await this.#carry(half);
    }
  }

  #end(
    { messages, indexes }: Pick<PlannedCall, 'messages' | 'indexes'>,
    outcome: SendMessageResult | SmsException,
  ): void {
    const failed = outcome instanceof SmsException;
    const verdict = failed ? verdictOf(outcome) : 'accepted';
    const { outId, bizId, requestId } = outcome as Partial<SendMessageResult>;
    const common = {
      verdict,
      ...(outId && { outId }),
      ...(bizId && { bizId }),
      ...(requestId && { requestId }),
      ...(failed && { error: outcome }),
    };
    this.#ended.push({ messages, indexes, common });
    this.#tally.count(verdict, messages.length);
  }
}

function aborted(): SmsRequestException {
  return new SmsRequestException({
    reason: 'aborted',
    outcome: 'not-sent',
    detail: 'The bulk send was stopped before this message',
  });
}

interface Deferred {
  promise: Promise<void>;
  resolve: () => void;
}

function deferred(): Deferred {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
