import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Inject,
  Injectable,
} from '@nestjs/common';
import { CONSOLE_SETTINGS, type ConsoleSettings } from './console.options.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Keeps pages of other sites away, which can make a browser call us with the cookies of its user, or,
 * by DNS rebinding, under a name of their own.
 */
@Injectable()
export class SameSiteGuard implements CanActivate {
  constructor(@Inject(CONSOLE_SETTINGS) private readonly settings: ConsoleSettings) {}

  canActivate(context: ExecutionContext): boolean {
    const { headers, method } = context
      .switchToHttp()
      .getRequest<{ headers: Headers; method: string }>();
    if (this.settings.guards.length === 0 && !isUnmistakable(hostOf(headers))) {
      throw new ForbiddenException(
        'Without guards the SMS console answers on localhost and IP addresses only: ' +
          'open it there, or give AliyunSmsConsoleModule.forRoot({ guards })',
      );
    }
    if (method === 'GET' || method === 'HEAD') return true;
    if (isFromElsewhere(headers)) {
      throw new ForbiddenException(
        'The SMS console takes no request that a page of another site makes',
      );
    }
    // What a form of another site can send without asking is never JSON.
    if (!/^application\/json\b/i.test(one(headers['content-type']))) {
      throw new ForbiddenException(
        'The SMS console takes JSON only: set content-type: application/json',
      );
    }
    return true;
  }
}

function isFromElsewhere(headers: Headers): boolean {
  // Set by the browser, and by no script; absent over plain http from other addresses than localhost.
  const site = one(headers['sec-fetch-site']);
  if (site !== '') return site !== 'same-origin' && site !== 'none';
  const origin = one(headers['origin']);
  if (origin === '') return false;
  if (!URL.canParse(origin)) return true;
  return new URL(origin).host !== hostOf(headers);
}

/** A host that no name server could have pointed here. */
function isUnmistakable(host: string): boolean {
  const { hostname } = URL.canParse(`http://${host}`)
    ? new URL(`http://${host}`)
    : { hostname: '' };
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname.startsWith('[') ||
    /^\d+\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

/** Of HTTP/1.1 or HTTP/2. */
function hostOf(headers: Headers): string {
  return one(headers['host'] ?? headers[':authority']);
}

function one(header: string | string[] | undefined): string {
  return [header].flat()[0] ?? '';
}
