import type { EmulatorAccount } from './account.js';
import { EmulatorClock } from './emulator.clock.js';
import type { EmulatorContext } from './emulator.context.js';
import { resolveOptions, type AliyunSmsEmulatorOptions } from './emulator.options.js';
import { route } from './emulator.router.js';
import { Gateway } from './gateway/gateway.js';
import { HttpServer } from './http/http-server.js';
import type { EmulatorMessage } from './messages/message.js';
import type { MessageFilter } from './messages/message.filter.js';
import { MessageStore } from './messages/message.store.js';
import { DEFAULT_WAIT_MS, waitForMessage } from './messages/wait-for-message.js';

/** A local Aliyun SMS: the API over HTTP, and what it received. */
export class AliyunSmsEmulator {
  private readonly closed = new AbortController();

  private constructor(
    private readonly context: EmulatorContext,
    private readonly server: HttpServer,
    /** `host:port`, what an Aliyun SDK takes as `endpoint`, with the protocol `http`. */
    readonly endpoint: string,
  ) {}

  /** Rejects with Node's own error (`EADDRINUSE`) where the port is taken. */
  static async start(options: AliyunSmsEmulatorOptions = {}): Promise<AliyunSmsEmulator> {
    const resolved = resolveOptions(options);
    const context: EmulatorContext = {
      options: resolved,
      clock: new EmulatorClock(),
      messages: new MessageStore(resolved.maxMessages),
    };
    const gateway = new Gateway(context);
    const server = await HttpServer.listen(resolved.host, resolved.port, (call) =>
      route(call, context, gateway),
    );
    const host = resolved.host.includes(':') ? `[${resolved.host}]` : resolved.host;
    return new AliyunSmsEmulator(context, server, `${host}:${server.port}`);
  }

  /** Address of the inbox and of the REST interface. */
  get url(): string {
    return `http://${this.endpoint}`;
  }

  /** The access keys that may call. */
  get accounts(): readonly EmulatorAccount[] {
    return this.context.options.accounts;
  }

  /** The messages that match, newest first. */
  messages(filter?: MessageFilter): EmulatorMessage[] {
    return this.context.messages.list(filter);
  }

  /**
   * The newest message that matches, or the next one to come.
   * Rejects with `WaitTimeoutError` after `timeout` milliseconds (5000 by default).
   */
  waitForMessage(
    filter?: MessageFilter,
    { timeout = DEFAULT_WAIT_MS }: { timeout?: number } = {},
  ): Promise<EmulatorMessage> {
    return waitForMessage(this.context.messages, filter, timeout, this.closed.signal);
  }

  /** Back to the state after `start`. */
  reset(): void {
    this.context.messages.clear();
    this.context.clock.reset();
  }

  /** Stops listening and closes every connection; may be called again. */
  close(): Promise<void> {
    this.closed.abort();
    return this.server.close();
  }
}
