import type { EmulatorAccount } from './model/account.js';
import { createContext, resetContext } from './create-context.js';
import { reviewSign, reviewTemplate, sendReply, type ReplyInput } from './control/actions.js';
import type { EmulatorClock } from './model/clock.js';
import type { EmulatorContext } from './control/emulator.context.js';
import { resolveOptions, toPushUrls, type AliyunSmsEmulatorOptions } from './emulator.options.js';
import { createRouter } from './emulator.router.js';
import type { ActiveFault, FaultRule } from './model/fault.js';
import { HttpServer } from './http/http-server.js';
import { isLoopback } from '../common/loopback.js';
import type { EmulatorMessage } from './model/message.js';
import type { MessageFilter, MessagePredicate } from './messages/message.filter.js';
import type { EmulatorReply } from './model/reply.js';
import { DEFAULT_WAIT_MS, waitForMessage } from './messages/wait-for-message.js';
import type { Push } from './model/push.js';
import type { PushUrls } from './receipts/webhooks.js';
import type { ReportOptions } from './receipts/delivery-reporter.js';
import type { ReviewState } from './model/review.js';
import type { EmulatorSign, SignSeed } from './signs/sign.js';
import type { EmulatorTemplate, TemplateSeed } from './templates/template.js';

/** A local Aliyun SMS: the API over HTTP, an inbox, and what both received. */
export class AliyunSmsEmulator {
  private constructor(
    private readonly context: EmulatorContext,
    private readonly server: HttpServer,
    private readonly closing: AbortController,
    /** `host:port`, what an Aliyun SDK takes as `endpoint`, with the protocol `http`. */
    readonly endpoint: string,
  ) {}

  /** Rejects with Node's own error (`EADDRINUSE`) where the port is taken. */
  static async start(options: AliyunSmsEmulatorOptions = {}): Promise<AliyunSmsEmulator> {
    const context = createContext(resolveOptions(options));
    const closing = new AbortController();
    const { host, port } = context.options;
    const handle = createRouter(context, closing.signal);
    const server = await HttpServer.listen(host, port, handle);
    if (!isLoopback(host)) {
      process.emitWarning(
        `The Aliyun SMS emulator listens on ${host}: whoever reaches it reads all messages and codes`,
      );
    }
    const written = host.includes(':') ? `[${host}]` : host;
    return new AliyunSmsEmulator(context, server, closing, `${written}:${server.port}`);
  }

  /** Address of the inbox and of the REST interface. */
  get url(): string {
    return `http://${this.endpoint}`;
  }

  /** The access keys that may call. */
  get accounts(): readonly EmulatorAccount[] {
    return this.context.options.accounts;
  }

  /** The emulator's time, which `advance` moves forward: flow control and retries follow it. */
  get clock(): Pick<EmulatorClock, 'now' | 'ahead' | 'advance'> {
    return this.context.clock;
  }

  /** The messages that match, newest first. */
  messages(filter?: MessageFilter | MessagePredicate): EmulatorMessage[] {
    return this.context.messages.list(filter);
  }

  /**
   * The newest message that matches, or the next one to come.
   * Rejects with `WaitTimeoutError` after `timeout` milliseconds (5000 by default).
   */
  waitForMessage(
    filter?: MessageFilter | MessagePredicate,
    { timeout = DEFAULT_WAIT_MS }: { timeout?: number } = {},
  ): Promise<EmulatorMessage> {
    return waitForMessage(this.context, filter, { timeout, signal: this.closing.signal });
  }

  /** Says what became of messages; resolves with the pushes after the first attempt of each. */
  report(messages: EmulatorMessage | EmulatorMessage[], options?: ReportOptions): Promise<Push[]> {
    return this.context.receipts.report([messages].flat(), options);
  }

  /** A text from a phone to the sender. */
  reply(input: ReplyInput): Promise<EmulatorReply> {
    return sendReply(this.context, input);
  }

  /** Newest first. */
  replies(): EmulatorReply[] {
    return this.context.replies.list();
  }

  /** What was pushed and how it was answered, newest first. */
  pushes(): Push[] {
    return this.context.pusher.list();
  }

  /** Where to push from now on: one address for all kinds, or one for each. */
  pushTo(urls: string | PushUrls): void {
    this.context.pusher.urls = toPushUrls(urls);
  }

  /** Newest first. */
  templates(): EmulatorTemplate[] {
    return this.context.templates.list();
  }

  /** Adds a template (approved unless it says otherwise), or replaces the one with its code. */
  putTemplate(template: TemplateSeed): EmulatorTemplate {
    return this.context.templates.put(template);
  }

  /** Decides on a template and pushes the result. */
  async reviewTemplate(code: string, state: ReviewState, reason?: string) {
    const template = this.context.templates.get(code);
    if (!template) throw new Error(`There is no template ${code}`);
    return reviewTemplate(this.context, template, state, reason);
  }

  /** Newest first. */
  signs(): EmulatorSign[] {
    return this.context.signs.list();
  }

  /** Adds a signature (approved unless it says otherwise), or replaces the one with its name. */
  putSign(sign: SignSeed): EmulatorSign {
    return this.context.signs.put(sign);
  }

  /** Decides on a signature and pushes the result. */
  async reviewSign(signName: string, state: ReviewState, reason?: string) {
    const sign = this.context.signs.get(signName);
    if (!sign) throw new Error(`There is no signature ${signName}`);
    return reviewSign(this.context, sign, state, reason);
  }

  /** The faults in force, in the order in which they are tried. */
  faults(): readonly ActiveFault[] {
    return this.context.faults.list();
  }

  /** Puts a fault in force for the calls that it matches. */
  addFault(rule: FaultRule): ActiveFault {
    return this.context.faults.add(rule);
  }

  removeFault(id: string): boolean {
    return this.context.faults.remove(id);
  }

  clearFaults(): void {
    this.context.faults.clear();
  }

  /** Turns flow control on or off. */
  setFlowControl(enabled: boolean): void {
    this.context.flowControl.enabled = enabled;
  }

  /** Back to the state after `start`. */
  reset(): void {
    resetContext(this.context);
  }

  /** Stops listening and closes every connection; may be called again. */
  close(): Promise<void> {
    this.closing.abort();
    this.context.clock.reset();
    this.context.pusher.stop();
    return this.server.close();
  }
}
