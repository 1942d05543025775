import {
  type CanActivate,
  type ExecutionContext,
  HttpStatus,
  Inject,
  Injectable,
} from '@nestjs/common';
import { isLoopbackAddress, isLoopbackHost } from '../common/loopback.js';
import { ConsoleException, hostOf, type RequestHeaders } from './console-http.js';
import { CONSOLE_SETTINGS, type ConsoleSettings, GUARDS_REMEDY } from './console.options.js';

interface LocalRequest {
  headers: RequestHeaders;
  /** The socket itself: `request.ip` is what a header says, where the application trusts a proxy. */
  socket: { remoteAddress?: string };
}

/** Without guards of the application, the console is for the person at this machine. */
@Injectable()
export class LocalGuard implements CanActivate {
  constructor(@Inject(CONSOLE_SETTINGS) private readonly settings: ConsoleSettings) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.settings.guards.length > 0) return true;
    const refusal = refusalOf(context.switchToHttp().getRequest<LocalRequest>());
    if (refusal === undefined) return true;
    const { reason, text } = refusal;
    throw new ConsoleException(HttpStatus.FORBIDDEN, 'not-local', `${text}. ${GUARDS_REMEDY}`, {
      values: { reason },
    });
  }
}

interface Refusal {
  reason: 'unix-socket' | 'remote' | 'proxy' | 'host';
  text: string;
}

// Each reverse proxy adds at least one of these, unless it is told not to.
const PROXY_HEADER = /^(?:forwarded|via|x-real-ip|x-forwarded(?:-.*)?)$/;

function refusalOf({ headers, socket }: LocalRequest): Refusal | undefined {
  const { remoteAddress } = socket;
  // Who listens on a Unix socket has a reverse proxy in front of it, which need not add a header.
  if (remoteAddress === undefined) {
    return {
      reason: 'unix-socket',
      text: 'Without guards the SMS console takes no request through a Unix socket: it cannot tell where it comes from',
    };
  }
  if (!isLoopbackAddress(remoteAddress)) {
    return {
      reason: 'remote',
      text: 'Without guards the SMS console takes requests from this machine only: open it on localhost there',
    };
  }
  if (Object.keys(headers).some((name) => PROXY_HEADER.test(name))) {
    return {
      reason: 'proxy',
      text: 'Without guards the SMS console takes no request that a reverse proxy passes on: it may come from anywhere',
    };
  }
  if (!isSafeFromRebinding(hostOf(headers))) {
    return {
      reason: 'host',
      text: 'Without guards the SMS console is served on localhost and IP addresses only: open it there',
    };
  }
  return undefined;
}

/**
 * Whether a host is `localhost` or any IP address: no name server decides where it points to. A page of another
 * site can reach this machine under a host name of its own, by DNS rebinding.
 */
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
