/** Browser module: the REST interface and the live events. */
export const API_SCRIPT = String.raw`
const BASE = '/_emulator';

export async function call(method, path, body) {
  const answer = await fetch(BASE + path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const value = await answer.json();
  if (!answer.ok) throw new Error(value.error);
  return value;
}

/** Follows the emulator, also after it was restarted. */
export function follow({ onOpen, onEvents, onLost }) {
  const source = new EventSource(BASE + '/events');
  source.addEventListener('hello', onOpen);
  source.addEventListener('resync', onOpen);
  source.addEventListener('events', (event) => onEvents(JSON.parse(event.data)));
  source.addEventListener('error', () => {
    onLost();
    if (source.readyState !== EventSource.CLOSED) return;
    // The browser has given up; it does so where the answer was not a stream.
    setTimeout(() => follow({ onOpen, onEvents, onLost }), 1000);
  });
}
`;
