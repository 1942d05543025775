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
    // After a caller has stopped listening, nothing goes on without it.
    bulk.stop();
    while (!bulk.isDone) {
      bulk.takeEnded();
      if (!bulk.isDone) await bulk.changed();
    }
  }
}

/** Reads as long as there is room, so that neither side has to fit into memory. */
async function readInto(bulk: BulkSender, source: SourceIterator): Promise<void> {
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
    const added = bulk.add(value);
    if (added) await added;
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
