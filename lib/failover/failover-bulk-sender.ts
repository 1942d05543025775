import { SmsException } from '../errors/sms.exception.js';
import { type InstanceFailure, SmsRequestException } from '../errors/sms-request.exception.js';
import {
  BULK_DEFAULTS,
  type BulkOptions,
  type BulkResult,
  type MessageSource,
} from '../sms/bulk.options.js';
import { type TimeLimit, timeoutOf } from '../sms/given-time.js';
import { BulkProgressCounter } from '../sms/bulk-progress-counter.js';
import { stoppedBefore } from '../sms/ended-before.js';
import { newOutId } from '../sms/outgoing-message.js';
import { RateLimiter } from '../sms/rate-limiter.js';
import type { ParsedMessage, SendPipeline } from '../sms/send-pipeline.js';
import type { Sms } from '../sms/sms.js';
import type { SmsMessage } from '../sms/sms-message.js';
import { chunksOf } from './chunks-of.js';
import { noneLeft, timeOver } from './failover-failure.js';
import { decide } from './failover-policy.js';
import { MIN_TIME_LEFT, sendWithin, timeLimit } from './send-within.js';

// Messages that are handed to an instance at a time: as many as it can send in four full calls. Only these
// have to be kept for the next instance.
const CHUNK = 4000;

/** What a bulk send asks of its failover. */
export interface FailoverBulkHost {
  readonly name: string;
  /** Milliseconds for all calls for a message together. */
  readonly timeout: number;
  /** Names of the instances for a message that came through these failovers, the first one in front. */
  order(through: readonly string[]): string[];
  /** Sends through one instance. Rejects where the instance is not there. */
  send(
    instance: string,
    messages: ParsedMessage[],
    options: BulkOptions,
    limit: TimeLimit,
  ): AsyncIterable<BulkResult>;
  /** Takes note of a failure, and returns whether the next instance may be asked. */
  failed(instance: string, error: SmsException): boolean;
}

/** A message without a final result yet. */
interface Item {
  readonly index: number;
  readonly message: SmsMessage;
  readonly parsed: ParsedMessage;
  readonly failures: InstanceFailure[];
}

type End = Omit<BulkResult, 'index' | 'message'>;

/** Sends any number of messages through the instances of a failover, chunk by chunk. */
export class FailoverBulkSender {
  readonly #pipeline: SendPipeline;
  readonly #host: FailoverBulkHost;
  readonly #options: BulkOptions;
  readonly #limiter: RateLimiter;
  readonly #progress: BulkProgressCounter;

  constructor(pipeline: SendPipeline, host: FailoverBulkHost, options: BulkOptions) {
    this.#pipeline = pipeline;
    this.#host = host;
    this.#options = options;
    this.#limiter = new RateLimiter(options.perSecond);
    this.#progress = new BulkProgressCounter(options.onProgress);
  }

  async *send(source: MessageSource): AsyncGenerator<BulkResult, void, void> {
    const { signal } = this.#options;
    const pacing = AbortSignal.any([this.#pipeline.closing, ...(signal ? [signal] : [])]);
    for await (const chunk of chunksOf(source, CHUNK, BULK_DEFAULTS.maxWait)) {
      const items: Item[] = [];
      for (const message of chunk) {
        const index = this.#progress.read++;
        try {
          items.push({ index, message, parsed: await this.#pipeline.read(message), failures: [] });
        } catch (error) {
          if (!(error instanceof SmsException)) throw error;
          this.#progress.count(error.outcome, 1);
          yield { index, message, outcome: error.outcome, error };
        }
      }
      await this.#limiter.wait(recipientsOf(items), pacing);
      yield* this.#sendChunk(items);
      // Before the next chunk is read: what was read has a result.
      if (signal?.aborted) return;
    }
  }

  async *#sendChunk(items: Item[]): AsyncGenerator<BulkResult, void, void> {
    const { through = [], limit: outer } = items[0]?.parsed.content ?? {};
    const timeout = timeoutOf(outer, this.#host.timeout);
    let left = items;
    let used = 0;
    for (const instance of this.#host.order(through)) {
      if (left.length === 0) return;
      if (timeout - used < MIN_TIME_LEFT) {
        for (const item of left) yield this.#failedEnd(item, instance);
        return;
      }
      const limit = timeLimit(timeout - used);
      const next: Item[] = [];
      const open = new Set(left);
      let isNoted = false;
      for await (const { index, message: _, ...end } of this.#sendThrough(instance, left, limit)) {
        const item = left[index]!;
        open.delete(item);
        const { error } = end;
        // One line in the log for an instance that cannot send, not one for each message.
        const tryNext: boolean | undefined =
          error && (isNoted ? decide(error).tryNext : this.#host.failed(instance, error));
        if (tryNext) isNoted = true;
        if (error && tryNext) {
          item.failures.push({ instance, error });
          next.push(item);
        } else {
          yield this.#end(item, end);
        }
      }
      for (const item of open) yield this.#end(item, this.#withoutResult(instance));
      left = next;
      used += limit.longest;
      if (outer) outer.longest = Math.max(outer.longest, used);
    }
    for (const item of left) yield this.#failedEnd(item);
  }

  /** @param next the instance that there was no time to ask, if any */
  #failedEnd(item: Item, next?: string): BulkResult {
    const { failures, parsed } = item;
    const failure = { failover: this.#host.name, failures, outId: parsed.outId };
    const error = next === undefined ? noneLeft(failure) : timeOver(failure, next);
    return this.#end(item, { outcome: error.outcome, error });
  }

  /** An instance reads no message once the signal is aborted. */
  #withoutResult(instance: string): End {
    const error = this.#options.signal?.aborted
      ? stoppedBefore()
      : new SmsRequestException({
          reason: 'internal',
          outcome: 'unknown',
          detail: `sendMessages of ${instance} ended without a result for this message`,
        });
    return { outcome: error.outcome, error };
  }

  async *#sendThrough(
    instance: string,
    items: readonly Item[],
    limit: TimeLimit,
  ): AsyncGenerator<BulkResult> {
    const { concurrency, perSecond, signal } = this.#options;
    const before = this.#progress.calls;
    const options: BulkOptions = {
      ...(concurrency !== undefined && { concurrency }),
      ...(perSecond !== undefined && { perSecond }),
      ...(signal && { signal }),
      onProgress: ({ calls }) => (this.#progress.calls = before + calls),
    };
    const messages = items.map(({ parsed }) => parsed);
    yield* this.#host.send(instance, messages, options, limit);
  }

  #end({ index, message, parsed }: Item, end: End): BulkResult {
    const { outcome, outId = parsed.outId ?? newOutId(), bizId = '', requestId = '', error } = end;
    const result = error ?? { code: 'OK', message: 'OK', bizId, requestId, outId };
    this.#pipeline.report(parsed.content, outId, result);
    this.#progress.count(outcome, 1);
    return { index, message, ...end };
  }
}

/** Sends in bulk where the instance can, and one by one where it cannot or has to be loaded first. */
export function startBulk(
  sms: Sms,
  messages: readonly SmsMessage[],
  options: BulkOptions,
): AsyncIterable<BulkResult> {
  return isLoaded(sms) && sms.sendMessages
    ? sms.sendMessages(messages, options)
    : sendOneByOne(sms, messages, options);
}

function isLoaded(sms: Sms): boolean {
  try {
    return sms.type !== undefined;
  } catch {
    return false;
  }
}

/** So many messages at a time, each in a call of its own. */
async function* sendOneByOne(
  sms: Sms,
  messages: readonly SmsMessage[],
  { concurrency = BULK_DEFAULTS.concurrency, signal }: BulkOptions,
): AsyncGenerator<BulkResult, void, void> {
  for (let from = 0; from < messages.length; from += concurrency) {
    const batch = messages.slice(from, from + concurrency);
    const results = batch.map(async (message, i): Promise<BulkResult> => {
      const index = from + i;
      try {
        // Aborted, the send itself says that nothing was sent.
        const { outId, bizId, requestId } = await sendWithin(
          sms,
          signal ? { ...message, signal } : message,
        );
        return { index, message, outcome: 'accepted', outId, bizId, requestId };
      } catch (error) {
        if (!(error instanceof SmsException)) throw error;
        return { index, message, outcome: error.outcome, error };
      }
    });
    yield* await Promise.all(results);
  }
}

function recipientsOf(items: readonly Item[]): number {
  return items.reduce((sum, { parsed }) => sum + parsed.content.phones.length, 0);
}
