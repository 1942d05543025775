import type { EmulatorContext } from './control/emulator.context.js';
import { Gateway } from './gateway/gateway.js';
import type { HttpCall } from './http/http-call.js';
import { jsonReply } from './http/http-reply.js';
import type { HttpHandler } from './http/http-server.js';
import { isLocalCaller } from './http/local-caller.js';
import { INBOX_ASSETS } from './inbox/inbox.assets.js';
import { eventStream } from './control/event-stream.js';
import { openApiDocument } from './control/openapi.js';
import { handleRest } from './control/rest.handler.js';

const CLIENT_QUERY = /(^|&)(AccessKeyId|Action|Signature|Version)=/;

/** The page and the API share `/`: a plain GET is a person's, everything else a client's. */
export function createRouter(context: EmulatorContext, closing: AbortSignal): HttpHandler {
  const gateway = new Gateway(context);
  return (call) => {
    const isOurs = call.path.startsWith('/_emulator/') || isPersons(call);
    if (!isOurs) {
      return call.path === '/'
        ? gateway.handle(call)
        : jsonReply(404, { error: 'There is nothing at this address' });
    }
    if (!isLocalCaller(call, context.options.host)) {
      return jsonReply(403, { error: 'Only pages of the emulator itself may call this' });
    }
    if (call.method === 'GET') {
      if (call.path === '/_emulator/events') return eventStream(context);
      if (call.path === '/_emulator/openapi.json') return jsonReply(200, openApiDocument());
      const asset = INBOX_ASSETS.get(call.path);
      if (asset) return { status: 200, ...asset };
    }
    return handleRest(call, context, closing);
  };
}

function isPersons({ method, path, query, headers }: HttpCall): boolean {
  return (
    method === 'GET' &&
    path === '/' &&
    headers['x-acs-action'] === undefined &&
    headers.authorization === undefined &&
    !CLIENT_QUERY.test(query)
  );
}
