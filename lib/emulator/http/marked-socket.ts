import type { Socket } from 'node:net';

/** On a connection whose next request is to be met with a reset. */
export const RESET_NEXT = Symbol('reset the next request');

export interface MarkedSocket extends Socket {
  [RESET_NEXT]?: boolean;
}
