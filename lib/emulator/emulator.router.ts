import { isLoopbackHost } from '../common/loopback.js';
import type { EmulatorContext } from './control/emulator.context.js';
import { eventStream } from './control/event-stream.js';
import { openApiDocument } from './control/openapi.js';
import { handleRest } from './control/rest.handler.js';
import { Gateway } from './gateway/gateway.js';
import { header, jsonResponse, type HttpCall } from './http/http-call.js';
import type { HttpHandler } from './http/http-server.js';
import { inboxFile } from './inbox-files.js';

const CLIENT_QUERY = /(^|&)(AccessKeyId|Action|Signature|Version)=/;

/** The inbox and the API share `/`: a plain GET is from a browser, all else from a client. */
export function createRouter(context: EmulatorContext, closing: AbortSignal): HttpHandler {
  const gateway = new Gateway(context);
  return (call) => {
    const isForInbox = call.path.startsWith('/_emulator/') || isFromBrowser(call);
    if (!isForInbox) {
      return call.path === '/'
        ? gateway.handle(call)
        : jsonResponse(404, { error: 'There is nothing at this address' });
    }
    if (!isLocalCaller(call, context.options.host)) {
      return jsonResponse(403, { error: 'Only pages of the emulator itself may call this' });
    }
    if (call.method === 'GET') {
      if (call.path === '/_emulator/events') return eventStream(context.events);
      if (call.path === '/_emulator/openapi.json') return jsonResponse(200, openApiDocument());
      const file = inboxFile(call);
      if (file) return file;
    }
    return handleRest(call, context, closing);
  };
}

function isFromBrowser({ method, path, query, headers }: HttpCall): boolean {
  return (
    method === 'GET' &&
    path === '/' &&
    headers['x-acs-action'] === undefined &&
    headers.authorization === undefined &&
    !CLIENT_QUERY.test(query)
  );
}

/**
 * Whether a call of the inbox or the REST interface comes from this machine. A page of another site
 * can make a browser call the emulator: under the emulator's address, or, by DNS rebinding, under
 * the name of that site.
 */
export function isLocalCaller(call: HttpCall, listeningOn: string): boolean {
  const host = header(call, 'host');
  const origin = header(call, 'origin');
  if (origin !== '' && origin !== `http://${host}`) return false;
  return !isLoopbackHost(listeningOn) || isLoopbackHost(host.replace(/:\d+$/, ''));
}
