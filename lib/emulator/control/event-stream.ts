import type { EmulatorContext } from './emulator.context.js';
import type { EmulatorEvent } from '../model/event-bus.js';
import type { HttpReply } from '../http/http-reply.js';

/** Events go out together, so that a burst does not become thousands of writes. */
const FLUSH_MS = 50;
/** A reader that gets more at once does better to fetch anew. */
const MAX_AT_ONCE = 200;
/** Keeps proxies from taking a quiet stream for a dead one. */
const HEARTBEAT_MS = 15_000;

/** Live events as `text/event-stream`: each is a JSON array of events, or `resync`. */
export function eventStream({ feed }: EmulatorContext): HttpReply {
  return {
    status: 200,
    headers: {},
    body: '',
    send: (response) => {
      response.writeHead(200, {
        'content-type': 'text/event-stream;charset=utf-8',
        'cache-control': 'no-store',
      });
      // After a restart of the emulator the browser connects again this soon.
      response.write('retry: 1000\nevent: hello\ndata: {}\n\n');
      let waiting: EmulatorEvent[] = [];
      let flushing: NodeJS.Timeout | undefined;
      const flush = () => {
        // A reader that has stopped reading must not fill our memory: it gets a resync later.
        flushing = response.writableNeedDrain ? setTimeout(flush, FLUSH_MS) : undefined;
        if (flushing) return;
        response.write(
          waiting.length > MAX_AT_ONCE
            ? 'event: resync\ndata: {}\n\n'
            : `event: events\ndata: ${JSON.stringify(waiting)}\n\n`,
        );
        waiting = [];
      };
      const unsubscribe = feed.subscribe((event) => {
        if (waiting.length <= MAX_AT_ONCE) waiting.push(event);
        flushing ??= setTimeout(flush, FLUSH_MS);
      });
      const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
      response.once('close', () => {
        unsubscribe();
        clearTimeout(flushing);
        clearInterval(heartbeat);
      });
    },
  };
}
