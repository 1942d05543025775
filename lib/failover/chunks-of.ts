import type { MessageSource } from '../sms/bulk.options.js';
import type { SmsMessage } from '../sms/sms-message.js';

/**
 * Reads a source in chunks of at most `size` messages. A chunk is handed on when no message came for `maxWait`
 * milliseconds after its first one, so that a slow source is not held back. The source is closed at the end.
 */
export async function* chunksOf(
  source: MessageSource,
  size: number,
  maxWait: number,
): AsyncGenerator<SmsMessage[], void, void> {
  const iterator =
    Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let isDone = false;
  let next: IteratorResult<SmsMessage> | Promise<IteratorResult<SmsMessage>> | undefined;
  try {
    while (!isDone) {
      const chunk: SmsMessage[] = [];
      const deadline = sleepOnce(maxWait);
      while (chunk.length < size) {
        next ??= iterator.next();
        // An array need not be awaited a million times.
        const read =
          next instanceof Promise
            ? await (chunk.length === 0 ? next : Promise.race([next, deadline.elapsed]))
            : next;
        if (read === undefined) break;
        next = undefined;
        if (read.done) {
          isDone = true;
          break;
        }
        if (chunk.push(read.value) === 1) deadline.start();
      }
      deadline.stop();
      if (chunk.length > 0) yield chunk;
    }
  } finally {
    if (!isDone) await iterator.return?.();
  }
}

/** Resolves to undefined so many milliseconds after its start. */
function sleepOnce(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  let resolve = () => {};
  const elapsed = new Promise<undefined>((done) => (resolve = () => done(undefined)));
  return {
    elapsed,
    start: () => (timer = setTimeout(resolve, ms)),
    stop: () => clearTimeout(timer),
  };
}
