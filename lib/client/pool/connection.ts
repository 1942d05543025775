import type { Socket } from 'node:net';
import { type buildConnector, Client, type Dispatcher } from 'undici';

/** A request that wants to be able to cut the connection on which it runs. */
export interface CuttableOptions extends Dispatcher.DispatchOptions {
  onAssigned(connection: Connection): void;
}

/**
 * One connection of a pool. undici's own abort opens a new connection in place of the one that it
 * closes, for nobody; a socket that is destroyed with an error of its own is just gone.
 */
export class Connection extends Client {
  #socket: Socket | null = null;

  constructor(origin: URL | string, options: object) {
    const connect = (options as Client.Options).connect as buildConnector.connector;
    super(origin, {
      ...options,
      connect: (target, callback) =>
        connect(target, (...[error, socket]: Parameters<buildConnector.Callback>) => {
          this.#socket = socket;
          if (error) callback(final(error), null);
          else callback(null, socket!);
        }),
    });
  }

  override dispatch(
    options: Dispatcher.DispatchOptions,
    handler: Dispatcher.DispatchHandler,
  ): boolean {
    (options as CuttableOptions).onAssigned(this);
    return super.dispatch(options, handler);
  }

  /** Ends what runs on it, which with one request at a time is the caller's own. */
  cut(): void {
    this.#socket?.destroy(new Error('given up'));
  }
}

// undici takes a socket error for one of an established connection and connects anew, at once and
// for ever, where a proxy closes each connection instead of answering CONNECT.
function final(error: Error & { code?: string }): Error {
  return error.code === 'UND_ERR_SOCKET'
    ? Object.assign(new Error('closed while connecting'), { code: 'ECONNRESET' })
    : error;
}
