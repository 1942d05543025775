import type { SmsMessage } from '../../sms/sms-message.js';
import type { BulkOptions, BulkResult } from './bulk.options.js';
import { type BulkRoad, BulkRun } from './bulk.run.js';

type Source = Iterable<SmsMessage> | AsyncIterable<SmsMessage>;
type SourceIterator = Iterator<SmsMessage> | AsyncIterator<SmsMessage>;

/** @throws RangeError, TypeError for options that make no sense */
export function sendInBulk(
  messages: Source,
  options: BulkOptions,
  road: BulkRoad,
): AsyncGenerator<BulkResult, void, void> {
  checkOptions(messages, options);
  return run(messages, options, road);
}

async function* run(
  source: Source,
  options: BulkOptions,
  road: BulkRoad,
): AsyncGenerator<BulkResult, void, void> {
  const bulk = new BulkRun(options, road);
  let isRead = false;
  const reading = readInto(bulk, iteratorOf(source))
    .catch((error: unknown) => bulk.fail(error))
    .then(() => {
      isRead = true;
    });
  try {
    for (;;) {
      const ended = bulk.takeEnded();
      for (const { messages, indexes, common } of ended) {
        // Made one by one, as they are taken: a thousand at once would outlive the young generation
        // of the heap. Not delegated to another generator: that would be a promise more for each.
        for (let i = 0; i < messages.length; i++) {
          yield { index: indexes[i]!, message: messages[i]!, ...common };
        }
      }
      if (ended.length > 0) continue;
      if ((isRead || bulk.isStopped) && bulk.isDone) return;
      await Promise.race([bulk.changed(), ...(isRead ? [] : [reading])]);
    }
  } finally {
    // Whoever stops listening still has nothing going on behind his back.
    bulk.stop();
    while (!bulk.isDone) {
      bulk.takeEnded();
      if (!bulk.isDone) await bulk.changed();
    }
  }
}

/** Reads as long as there is room, so that neither side has to fit into memory. */
async function readInto(bulk: BulkRun, source: SourceIterator): Promise<void> {
  for (;;) {
    while (!bulk.wantsMore) {
      if (bulk.isStopped) return close(source);
      await bulk.changed();
    }
    const next = source.next();
    // An array need not be awaited a million times.
    const { done, value } = next instanceof Promise ? await next : next;
    if (done) return bulk.flush();
    if (bulk.isStopped) return close(source);
    bulk.add(value);
  }
}

async function close(source: SourceIterator): Promise<void> {
  await source.return?.();
}

function iteratorOf(messages: Source): SourceIterator {
  return Symbol.asyncIterator in messages
    ? messages[Symbol.asyncIterator]()
    : messages[Symbol.iterator]();
}

function checkOptions(messages: Source, { concurrency = 1, perSecond = 1 }: BulkOptions): void {
  const isObject = typeof messages === 'object' && messages !== null;
  if (!isObject || !(Symbol.iterator in messages || Symbol.asyncIterator in messages)) {
    throw new TypeError('sendMessages takes an iterable or async iterable of messages');
  }
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError('concurrency must be a whole number from 1');
  }
  if (!(perSecond > 0)) throw new RangeError('perSecond must be a number above 0');
}
