import type { HttpResponse } from '../http/http-call.js';
import type { EventBus } from '../model/event-bus.js';
import type { EmulatorEvent } from '../model/event.wire.js';

/** Events are sent in groups, so that a burst does not become thousands of writes. */
const FLUSH_MS = 50;
/** With more events than this at once, the reader is told to fetch everything again. */
const MAX_AT_ONCE = 200;
/** Without it a proxy may take a quiet stream for a dead one and close it. */
const HEARTBEAT_MS = 15_000;

/** Live events as `text/event-stream`: each is a JSON array of events, or `resync`. */
export function eventStream(bus: EventBus): HttpResponse {
  return {
    status: 200,
    headers: {},
    body: '',
    send: (outgoing) => {
      outgoing.writeHead(200, {
        'content-type': 'text/event-stream;charset=utf-8',
        'cache-control': 'no-store',
      });
      // Has the browser connect again one second after a restart of the emulator.
      outgoing.write('retry: 1000\nevent: hello\ndata: {}\n\n');
      let waiting: EmulatorEvent[] = [];
      let flushing: NodeJS.Timeout | undefined;
      const flush = () => {
        // A reader that has stopped reading must not fill the memory: it gets a resync later.
        flushing = outgoing.writableNeedDrain ? setTimeout(flush, FLUSH_MS) : undefined;
        if (flushing) return;
        outgoing.write(
          waiting.length > MAX_AT_ONCE
            ? 'event: resync\ndata: {}\n\n'
            : `event: events\ndata: ${JSON.stringify(waiting)}\n\n`,
        );
        waiting = [];
      };
      const unsubscribe = bus.subscribe((event) => {
        if (waiting.length <= MAX_AT_ONCE) waiting.push(event);
        flushing ??= setTimeout(flush, FLUSH_MS);
      });
      const heartbeat = setInterval(() => outgoing.write(': still here\n\n'), HEARTBEAT_MS);
      outgoing.once('close', () => {
        unsubscribe();
        clearTimeout(flushing);
        clearInterval(heartbeat);
      });
    },
  };
}
