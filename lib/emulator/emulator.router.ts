import type { EmulatorContext } from './emulator.context.js';
import type { Gateway } from './gateway/gateway.js';
import type { HttpCall } from './http/http-call.js';
import { jsonReply, type HttpReply } from './http/http-reply.js';
import { inboxPage, inboxScript } from './inbox/inbox.page.js';
import { handleRest } from './rest/rest.js';

/** The page and the API share `/`: a GET without a query is a person's, everything else a client's. */
export function route(call: HttpCall, context: EmulatorContext, gateway: Gateway): HttpReply {
  if (call.path.startsWith('/_emulator/')) {
    if (call.path === '/_emulator/inbox.js') return inboxScript();
    return handleRest(call, context);
  }
  if (call.path !== '/') return jsonReply(404, { error: 'There is nothing at this address' });
  if (call.method === 'GET' && isPersons(call)) return inboxPage();
  return gateway.handle(call);
}

function isPersons({ query, headers }: HttpCall): boolean {
  return headers['x-acs-action'] === undefined && !query.includes('Action=');
}
