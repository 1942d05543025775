import type { ArgumentsHost } from '@nestjs/common';
import { type Language, preferredLanguage } from './preferred-language.js';

/** Returns the language of the client, by the `Accept-Language` of its request or handshake. */
export function requestLanguage(host: ArgumentsHost): Language {
  for (const request of requestsOf(host)) {
    const headers = read(request, 'headers');
    const header = read(headers, 'accept-language');
    if (header !== undefined) return preferredLanguage(header);
  }
  return preferredLanguage(undefined);
}

/** The places in which a context may have the request. */
function requestsOf(host: ArgumentsHost): unknown[] {
  switch (host.getType<string>()) {
    case 'http':
      return [host.switchToHttp().getRequest<unknown>()];
    case 'ws':
      // Of socket.io; a client of ws does not keep its request.
      return [read(host.switchToWs().getClient<unknown>(), 'handshake')];
    case 'graphql': {
      // Nest's default under Apollo is `{ req, res }`, Mercurius has `{ reply }`, subscriptions have `{ extra }`.
      const context: unknown = host.getArgByIndex(2);
      const request = read(context, 'req');
      return [
        request,
        read(request, 'extra', 'request'),
        read(context, 'request'),
        read(context, 'reply', 'request'),
        read(context, 'extra', 'request'),
      ];
    }
    default:
      return [];
  }
}

function read(value: unknown, ...path: string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}
