import type { IncomingMessage } from 'node:http';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';

const LOOPBACK = /^(?:::1|(?:::ffff:)?127(?:\.\d+){3})$/;

/** Lets requests of this machine in, but not those that a proxy on it forwards. */
@Injectable()
export class ThisMachineGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers, socket } = context.switchToHttp().getRequest<IncomingMessage>();
    const isForwarded = 'forwarded' in headers || 'x-forwarded-for' in headers;
    return !isForwarded && LOOPBACK.test(socket.remoteAddress ?? '');
  }
}
