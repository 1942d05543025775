import { setMaxListeners } from 'node:events';
import { SmsException, type SmsOutcome } from '../../errors/sms.exception.js';
import { BULK_DEFAULTS, type BulkOptions, type BulkResult } from '../../sms/bulk.options.js';
import { stoppedBefore } from '../../sms/ended-before.js';
import type { SendMessageResult, SmsMessage } from '../../sms/sms-message.js';
import type { SendPipeline } from '../../sms/send-pipeline.js';
import { type Batch, canSplit, SplitBound, splitBatch } from './batch.js';
import { BulkProgressCounter } from '../../sms/bulk-progress-counter.js';
import { MessageBatcher } from './message-batcher.js';
import { RateLimiter } from '../../sms/rate-limiter.js';

/** A call whose outcome is known, and with it that of its messages. */
export interface EndedCall extends Pick<Batch, 'messages' | 'indexes'> {
  common: Omit<BulkResult, 'index' | 'message'>;
}

/** The calls of one bulk send: waiting, in flight, and ended. */
export class BulkSender {
  readonly #pipeline: SendPipeline;
  readonly #concurrency: number;
  readonly #signal: AbortSignal | undefined;
  readonly #limiter: RateLimiter;
  readonly #batcher = new MessageBatcher();
  readonly #progress: BulkProgressCounter;
  readonly #ready: Batch[] = [];
  #preparing = 0;
  #inFlight = 0;
  #ended: EndedCall[] = [];
  #failure: { error: unknown } | undefined;
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;
  #change: Deferred | undefined;
  readonly #onAbort = () => this.stop();
  // Ends the waits for the pace.
  readonly #pacing = new AbortController();
  readonly #onClosing = () => this.#pacing.abort();

  constructor(options: BulkOptions, pipeline: SendPipeline) {
    this.#pipeline = pipeline;
    this.#concurrency = options.concurrency ?? BULK_DEFAULTS.concurrency;
    this.#signal = options.signal;
    this.#limiter = new RateLimiter(options.perSecond);
    this.#progress = new BulkProgressCounter(options.onProgress);
    if (this.#signal?.aborted) this.#isStopped = true;
    this.#signal?.addEventListener('abort', this.#onAbort, { once: true });
    setMaxListeners(0, this.#pacing.signal);
    // What is left is refused by the pool then, and need not wait to be told so.
    if (pipeline.closing.aborted) this.#pacing.abort();
    pipeline.closing.addEventListener('abort', this.#onClosing, { once: true });
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
    const isIdle = this.#preparing === 0 && this.#inFlight === 0 && this.#ready.length === 0;
    return isIdle && this.#ended.length === 0;
  }

  /** Takes a message in. Returns a promise only where its type prepares messages. */
  add(message: SmsMessage): void | Promise<void> {
    const index = this.#progress.read++;
    try {
      const read = this.#pipeline.read(message);
      if (!(read instanceof Promise)) return this.#plan(this.#batcher.add(index, message, read));
      this.#preparing++;
      return read
        .then(
          (parsed) => this.#plan(this.#batcher.add(index, message, parsed)),
          (error: unknown) => this.#refuse(index, message, error),
        )
        .finally(() => {
          this.#preparing--;
          this.#notify();
        });
    } catch (error) {
      this.#refuse(index, message, error);
    }
  }

  /** Sends the messages that still wait for equal ones. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#ready.push(...this.#batcher.flush());
    this.#startReady();
  }

  /** Starts no further call: what was added and not sent comes back as `not-sent`. */
  stop(): void {
    this.#isStopped = true;
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#pipeline.closing.removeEventListener('abort', this.#onClosing);
    this.#pacing.abort();
    this.flush();
    this.#notify();
  }

  /** Ends the bulk send with an error that is not about a message. */
  fail(error: unknown): void {
    this.#failure ??= { error };
    this.stop();
  }

  /** Returns the calls that have ended since the last time; throws the failure after the last one. */
  takeEnded(): EndedCall[] {
    const ended = this.#ended;
    this.#ended = [];
    if (ended.length > 0) this.#notify();
    else if (this.#failure && this.isDone) throw this.#failure.error;
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

  #plan(batches: Batch[]): void {
    this.#ready.push(...batches);
    if (this.#isStopped) return this.flush();
    if (this.#ready.length > 0) this.#startReady();
    this.#timer ??= setTimeout(() => this.flush(), BULK_DEFAULTS.maxWait);
  }

  #refuse(index: number, message: SmsMessage, error: unknown): void {
    if (!(error instanceof SmsException)) throw error;
    this.#end({ messages: [message], indexes: [index] }, error);
    this.#notify();
  }

  #startReady(): void {
    while (this.#ready.length > 0 && (this.#inFlight < this.#concurrency || this.#isStopped)) {
      this.#inFlight++;
      void this.#send(this.#ready.shift()!)
        .catch((error: unknown) => this.fail(error))
        .finally(() => {
          this.#inFlight--;
          this.#startReady();
          this.#notify();
        });
    }
  }

  async #send(batch: Batch): Promise<void> {
    const recipients = batch.content.phones.length;
    if (!this.#isStopped) await this.#limiter.wait(recipients, this.#pacing.signal);
    await this.#call(batch, new SplitBound());
  }

  /** The parts of a batch do not wait for the pace again: each of their recipients has waited. */
  async #call(batch: Batch, bound: SplitBound): Promise<void> {
    if (this.#isStopped) return this.#end(batch, stoppedBefore());
    this.#progress.calls++;
    const end = await this.#delivered(batch);
    if (!(end instanceof SmsException)) bound.accepted();
    else if (bound.allowsSplitOf(batch, end) && canSplit(batch, end)) {
      for (const half of splitBatch(batch)) await this.#call(half, bound);
      return;
    }
    this.#end(batch, end);
  }

  async #delivered(batch: Batch): Promise<SendMessageResult | SmsException> {
    try {
      return await this.#pipeline.deliver(batch.content, batch);
    } catch (error) {
      if (error instanceof SmsException) return error;
      throw error;
    }
  }

  #end(
    { messages, indexes }: Pick<Batch, 'messages' | 'indexes'>,
    end: SendMessageResult | SmsException,
  ): void {
    const failed = end instanceof SmsException;
    const outcome: SmsOutcome = failed ? end.outcome : 'accepted';
    const { outId, bizId, requestId } = end as Partial<SendMessageResult>;
    const common = {
      outcome,
      ...(outId && { outId }),
      ...(bizId && { bizId }),
      ...(requestId && { requestId }),
      ...(failed && { error: end }),
    };
    this.#ended.push({ messages, indexes, common });
    this.#progress.count(outcome, messages.length);
  }
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
