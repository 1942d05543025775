export interface StreamHandlers<Event> {
  /** The stream is there (again): fetch everything. */
  onOpen(): void;
  /** The server has left events out: fetch everything. It is the same server as before. */
  onGap(): void;
  onEvents(events: readonly Event[]): void;
  onLost(): void;
}

const RETRY_MS = 1_000;

/** Follows a stream of server-sent events, also after the server was restarted. */
export function followEvents<Event>(url: string, handlers: StreamHandlers<Event>): void {
  const source = new EventSource(url);
  source.addEventListener('hello', () => handlers.onOpen());
  source.addEventListener('resync', () => handlers.onGap());
  source.addEventListener('events', ({ data }: MessageEvent<string>) =>
    handlers.onEvents(JSON.parse(data) as Event[]),
  );
  source.addEventListener('error', () => {
    handlers.onLost();
    // A browser gives up where the response was not a stream.
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => followEvents(url, handlers), RETRY_MS);
  });
}
