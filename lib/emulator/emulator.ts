import { isLoopbackHost } from '../common/loopback.js';
import { reviewSign, reviewTemplate, sendReply, type ReplyInput } from './control/actions.js';
import { createContext, resetContext, type EmulatorContext } from './control/emulator.context.js';
import { resolveOptions, type AliyunSmsEmulatorOptions } from './emulator.options.js';
import { createRouter } from './emulator.router.js';
import { HttpServer } from './http/http-server.js';
import type { EmulatorAccount } from './model/account.js';
import type { EmulatorClock } from './model/clock.js';
import type { ActiveFault, FaultRule } from './model/fault.wire.js';
import type { MessageFilter, MessagePredicate } from './model/message.js';
import type { EmulatorMessage } from './model/message.wire.js';
import type { Push, PushUrls } from './model/push.wire.js';
import type { EmulatorReply } from './model/reply.wire.js';
import type { ReviewState } from './model/review.wire.js';
import type { SignSeed } from './model/sign.js';
import type { EmulatorSign } from './model/sign.wire.js';
import type { TemplateSeed } from './model/template.js';
import type { EmulatorTemplate } from './model/template.wire.js';
import type { ReportOptions } from './receipts/delivery-reporter.js';
import { toPushUrls } from './receipts/webhooks.js';

const DEFAULT_WAIT_MS = 5_000;

/** A local Aliyun SMS: the API over HTTP, an inbox in the browser, and the received messages. */
export class AliyunSmsEmulator {
  readonly #context: EmulatorContext;
  readonly #server: HttpServer;
  readonly #closing: AbortController;
  /** `host:port`: the `endpoint` for an Aliyun SDK, with the protocol `http`. */
  readonly endpoint: string;

  private constructor(
    context: EmulatorContext,
    server: HttpServer,
    closing: AbortController,
    endpoint: string,
  ) {
    this.#context = context;
    this.#server = server;
    this.#closing = closing;
    this.endpoint = endpoint;
  }

  /** Rejects with Node's own error (`EADDRINUSE`) where the port is taken. */
  static async start(options: AliyunSmsEmulatorOptions = {}): Promise<AliyunSmsEmulator> {
    const context = createContext(resolveOptions(options));
    const closing = new AbortController();
    const { host, port } = context.options;
    const handle = createRouter(context, closing.signal);
    const server = await HttpServer.listen(host, port, handle);
    if (!isLoopbackHost(host)) {
      process.emitWarning(
        `The Aliyun SMS emulator listens on ${host}: whoever reaches it reads all messages and codes`,
      );
    }
    const hostInUrl = host.includes(':') ? `[${host}]` : host;
    return new AliyunSmsEmulator(context, server, closing, `${hostInUrl}:${server.port}`);
  }

  /** Address of the inbox and of the REST interface. */
  get url(): string {
    return `http://${this.endpoint}`;
  }

  /** The access keys that may call. */
  get accounts(): readonly EmulatorAccount[] {
    return this.#context.options.accounts;
  }

  /** The emulator's time; `advance` moves it forward. Flow control and retries follow it. */
  get clock(): Pick<EmulatorClock, 'now' | 'ahead' | 'advance'> {
    return this.#context.clock;
  }

  /** The messages that match, newest first. */
  messages(filter?: MessageFilter | MessagePredicate): EmulatorMessage[] {
    return this.#context.messages.list(filter);
  }

  /**
   * Resolves with the newest message that matches, or with the next one that arrives.
   * Rejects with `WaitTimeoutError` after `timeout` milliseconds (5000 by default).
   */
  waitForMessage(
    filter?: MessageFilter | MessagePredicate,
    { timeout = DEFAULT_WAIT_MS }: { timeout?: number } = {},
  ): Promise<EmulatorMessage> {
    return this.#context.messages.waitFor(filter, { timeout, signal: this.#closing.signal });
  }

  /** Reports the delivery of messages; resolves with the pushes after the first attempt of each. */
  report(messages: EmulatorMessage | EmulatorMessage[], options?: ReportOptions): Promise<Push[]> {
    return this.#context.receipts.report([messages].flat(), options);
  }

  /** A text from a phone to the sender. */
  reply(input: ReplyInput): Promise<EmulatorReply> {
    return sendReply(this.#context, input);
  }

  /** Newest first. */
  replies(): EmulatorReply[] {
    return this.#context.replies.list();
  }

  /** The pushes and the responses to them, newest first. */
  pushes(): Push[] {
    return this.#context.webhooks.list();
  }

  /** Sets where to push from now on: one address for all kinds, or one for each. */
  pushTo(urls: string | PushUrls): void {
    this.#context.webhooks.urls = toPushUrls(urls);
  }

  /** Newest first. */
  templates(): EmulatorTemplate[] {
    return this.#context.templates.list();
  }

  /** Adds a template, or replaces the one with its code. Without a state it is approved. */
  putTemplate(template: TemplateSeed): EmulatorTemplate {
    return this.#context.templates.put(template);
  }

  /** Reviews a template and pushes the result. */
  async reviewTemplate(code: string, state: ReviewState, reason?: string) {
    const template = this.#context.templates.get(code);
    if (!template) throw new Error(`There is no template ${code}`);
    return reviewTemplate(this.#context, template, state, reason);
  }

  /** Newest first. */
  signs(): EmulatorSign[] {
    return this.#context.signs.list();
  }

  /** Adds a signature, or replaces the one with its name. Without a state it is approved. */
  putSign(sign: SignSeed): EmulatorSign {
    return this.#context.signs.put(sign);
  }

  /** Reviews a signature and pushes the result. */
  async reviewSign(signName: string, state: ReviewState, reason?: string) {
    const sign = this.#context.signs.get(signName);
    if (!sign) throw new Error(`There is no signature ${signName}`);
    return reviewSign(this.#context, sign, state, reason);
  }

  /** The faults in force, in the order in which they are tried. */
  faults(): readonly ActiveFault[] {
    return this.#context.faults.list();
  }

  /** Puts a fault in force for the calls that it matches. */
  addFault(rule: FaultRule): ActiveFault {
    return this.#context.faults.add(rule);
  }

  removeFault(id: string): boolean {
    return this.#context.faults.remove(id);
  }

  clearFaults(): void {
    this.#context.faults.clear();
  }

  /** Turns flow control on or off. */
  setFlowControl(enabled: boolean): void {
    this.#context.flowControl.enabled = enabled;
  }

  /** Restores the state after `start`. */
  reset(): void {
    resetContext(this.#context);
  }

  /** Stops listening and closes all connections. Further calls do nothing. */
  close(): Promise<void> {
    this.#closing.abort();
    this.#context.clock.reset();
    this.#context.webhooks.stop();
    return this.#server.close();
  }
}
