import {
  assertBulkOptions,
  type BulkOptions,
  type BulkResult,
  type MessageSource,
} from '../../sms/bulk.options.js';
import type { SendPipeline } from '../../sms/send-pipeline.js';
import type { SmsMessage } from '../../sms/sms-message.js';
import { BulkSender } from './bulk-sender.js';

type SourceIterator = Iterator<SmsMessage> | AsyncIterator<SmsMessage>;

/** Sends messages in as few calls as possible. @throws RangeError, TypeError for options that make no sense */
export function sendInBulk(
  messages: MessageSource,
  options: BulkOptions,
  pipeline: SendPipeline,
): AsyncGenerator<BulkResult, void, void> {
  assertBulkOptions(messages, options);
  return run(messages, options, pipeline);
}

async function* run(
  source: MessageSource,
  options: BulkOptions,
  pipeline: SendPipeline,
): AsyncGenerator<BulkResult, void, void> {
  const bulk = new BulkSender(options, pipeline);
  let isRead = false;
  const reader = { isWaiting: false };
  const reading = readInto(bulk, iteratorOf(source), reader)
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
    // After a caller has stopped listening, nothing goes on without it.
    bulk.stop();
    while (!bulk.isDone) {
      bulk.takeEnded();
      if (!bulk.isDone) await bulk.changed();
    }
    // The source is closed by then, unless it has yet to give the message that it was asked for.
    if (!reader.isWaiting) await reading;
  }
}

/** Reads as long as there is room, so that neither side has to fit into memory. */
async function readInto(
  bulk: BulkSender,
  source: SourceIterator,
  reader: { isWaiting: boolean },
): Promise<void> {
  for (;;) {
    while (!bulk.wantsMore) {
      if (bulk.isStopped) return close(source);
      await bulk.changed();
    }
    const next = source.next();
    // An array need not be awaited a million times.
    reader.isWaiting = next instanceof Promise;
    const { done, value } = next instanceof Promise ? await next : next;
    reader.isWaiting = false;
    if (done) return bulk.flush();
    if (bulk.isStopped) return close(source);
    try {
      const added = bulk.add(value);
      if (added) await added;
    } catch (error) {
      // The error that ends the bulk send is this one, whatever closing brings.
      await close(source).catch(() => {});
      throw error;
    }
  }
}

async function close(source: SourceIterator): Promise<void> {
  await source.return?.();
}

function iteratorOf(messages: MessageSource): SourceIterator {
  return Symbol.asyncIterator in messages
    ? messages[Symbol.asyncIterator]()
    : messages[Symbol.iterator]();
}
