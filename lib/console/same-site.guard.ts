import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Inject,
  Injectable,
} from '@nestjs/common';
import { isLoopbackHost } from '../common/loopback.js';
import { CONSOLE_SETTINGS, type ConsoleSettings } from './console.options.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Refuses requests that a page of another site makes. Such a page can have a browser send requests with
 * the cookies of its user, and by DNS rebinding it can reach us under a host name of its own.
 */
@Injectable()
export class SameSiteGuard implements CanActivate {
  constructor(@Inject(CONSOLE_SETTINGS) private readonly settings: ConsoleSettings) {}

  canActivate(context: ExecutionContext): boolean {
    const { headers, method } = context
      .switchToHttp()
      .getRequest<{ headers: Headers; method: string }>();
    if (this.settings.guards.length === 0 && !isSafeFromRebinding(hostOf(headers))) {
      throw new ForbiddenException(
        'Without guards the SMS console is served on localhost and IP addresses only: ' +
          'open it there, or give AliyunSmsConsoleModule.forRoot({ guards })',
      );
    }
    if (method === 'GET' || method === 'HEAD') return true;
    if (isCrossSite(headers)) {
      throw new ForbiddenException(
        'The SMS console takes no request that a page of another site makes',
      );
    }
    // A form of another site can be sent without a CORS preflight, but never as JSON.
    if (!/^application\/json\b/i.test(firstOf(headers['content-type']))) {
      throw new ForbiddenException(
        'The SMS console takes JSON only: set content-type: application/json',
      );
    }
    return true;
  }
}

function isCrossSite(headers: Headers): boolean {
  // Only the browser can set this header. It is absent over plain http, unless the host is localhost.
  const site = firstOf(headers['sec-fetch-site']);
  if (site !== '') return site !== 'same-origin' && site !== 'none';
  const origin = firstOf(headers['origin']);
  if (origin === '') return false;
  if (!URL.canParse(origin)) return true;
  return new URL(origin).host !== hostOf(headers);
}

/** Whether a host is `localhost` or any IP address: no name server decides where it points to. */
function isSafeFromRebinding(host: string): boolean {
  const { hostname } = URL.canParse(`http://${host}`)
    ? new URL(`http://${host}`)
    : { hostname: '' };
  return (
    // A final dot is accepted by `isLoopbackHost` but not here: this guard takes the plain spelling only.
    (isLoopbackHost(hostname) && !hostname.endsWith('.')) ||
    hostname.startsWith('[') ||
    /^\d+\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

/** Returns the host of an HTTP/1.1 or HTTP/2 request. */
function hostOf(headers: Headers): string {
  return firstOf(headers['host'] ?? headers[':authority']);
}

function firstOf(header: string | string[] | undefined): string {
  return [header].flat()[0] ?? '';
}
