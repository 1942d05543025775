import type { EmulatorContext } from '../emulator.context.js';
import type { HttpCall } from '../http/http-call.js';
import { jsonReply, type HttpReply } from '../http/http-reply.js';

/** The emulator's own interface, `/_emulator/…`. */
export function handleRest({ method, path }: HttpCall, { messages }: EmulatorContext): HttpReply {
  if (path === '/_emulator/messages') {
    if (method === 'GET') {
      const list = messages.list();
      return jsonReply(200, { total: list.length, messages: list });
    }
    if (method === 'DELETE') {
      messages.clear();
      return { status: 204, headers: {}, body: '' };
    }
  }
  return jsonReply(404, { error: 'There is nothing at this address' });
}
