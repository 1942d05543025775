import type { ArgumentsHost } from '@nestjs/common';
import type { SmsErrorFields } from './error-fields.js';

/** A socket of socket.io, or a WebSocket of ws. */
interface WsClient {
  /** Of a WebSocket: a number by its standard. */
  readonly readyState?: unknown;
  emit(event: string, data: unknown): unknown;
  send(text: string): unknown;
}

const OPEN = 1;

/**
 * Sends the event `exception` in the form in which Nest's own filter sends it, `{ status: 'error', message, cause }`,
 * with the fields beside these. `cause` names the message of the client, without its data: that holds phone numbers.
 * The same goes to the acknowledgement, for which a client of socket.io would wait in vain.
 */
export function emitException(host: ArgumentsHost, fields: SmsErrorFields): void {
  // Nest before 10.1 has no getPattern.
  const ws: Partial<ReturnType<ArgumentsHost['switchToWs']>> = host.switchToWs();
  const pattern: unknown = ws.getPattern?.();
  const data = { status: 'error', ...fields, cause: { pattern } };
  const client: WsClient = host.getArgByIndex(0);
  if (typeof client.readyState !== 'number') client.emit('exception', data);
  // An own `emit` of a WebSocket tells listeners in this process only.
  else if (client.readyState === OPEN) client.send(JSON.stringify({ event: 'exception', data }));
  const acknowledge: unknown = host.getArgByIndex(2);
  if (typeof acknowledge === 'function') acknowledge(data);
}
