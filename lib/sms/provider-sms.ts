import { brand } from '../common/brand.js';
import { callTimeEnd, timeLeft } from '../common/call-time.js';
import { DEFAULT_TIMEOUT } from '../common/defaults.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import { endedBefore } from './ended-before.js';
import { timeoutOf } from './given-time.js';
import { notConnected, providerFailure } from './provider-failure.js';
import type { TemplateValues } from './outgoing-message.js';
import type { SendPipeline, Submission } from './send-pipeline.js';
import type { SendMessageResult, SmsMessage } from './sms-message.js';
import { Sms } from './sms.js';
import { SmsContext } from './sms-context.js';
import type { SendOptions } from './sms-runtime.interface.js';

/** A message for the gateway of another provider: checked, and in the forms that Aliyun is given. */
export interface ProviderMessage {
  /** The recipients, each once: mainland numbers as eleven digits, others as country code and number. */
  readonly phones: readonly string[];
  /** Code of the template. */
  readonly template: string;
  /** Values of the template's variables. */
  readonly params: Readonly<Record<string, string>>;
  /** Signature of the message or, where it has none, the `verifySign` of the configuration. */
  readonly sign: string | undefined;
  /** Id of the send, given or generated. */
  readonly outId: string;
  /** Aborted at the deadline (`timeout` of the configuration, 10 seconds by default) and by the caller. */
  readonly signal: AbortSignal;
}

/** That the provider has accepted a message. */
export interface ProviderResult {
  /** The provider's id of the message. */
  bizId: string;
  /** The provider's id of the call. @default '' */
  requestId?: string;
}

/**
 * Base of the types of other providers. It checks the message, keeps to `limits`, logs, calls the hooks
 * and explains what went wrong; `deliver` makes the call.
 *
 * A configuration that has `verifySign`, `timeout`, `limits`, `logging` or `hooks` has them in the
 * sense that they have for `SMS.Aliyun`.
 */
export abstract class ProviderSms<Config extends object = object> extends Sms {
  static {
    brand(this, 'ProviderSms');
  }

  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly #config: Config;
  readonly #pipeline: SendPipeline;

  // Not taken apart in the list of parameters, which the declarations repeat: `runtime` is not in them.
  constructor(context: SmsContext<Config>) {
    super();
    const { name, title, type, config, runtime } = context;
    this.name = name;
    this.title = title;
    this.type = type;
    this.#config = config;
    // Spans and metrics are those of Aliyun's API: another provider's belong to its own client.
    this.#pipeline = runtime.createPipeline({
      instance: name,
      options: config,
      requiresSign: false,
      prepare: this.prepare && ((message) => this.prepare!(message)),
      submit: (submission) => this.#submit(submission),
    });
  }

  /** The configuration of the instance. */
  protected get config(): Config {
    return this.#config;
  }

  /**
   * Changes a message before it is checked again and sent: gets and returns a plain message.
   *
   * @default the message is sent as it is
   */
  protected prepare?(message: SmsMessage): SmsMessage | Promise<SmsMessage>;

  /**
   * Hands a message to the provider. That it resolves means: accepted.
   *
   * Throw an `SmsRejectedException` where the provider refuses: it says that nothing was sent. A code of Aliyun's
   * that means the same tells what to do, and lets a failover try the next instance. With a code of the provider's own
   * `repeat: 'later'` or `retryAfter` says that the message may be sent again after a while. Everything else that is thrown counts as
   * `unknown`; `this.fetch` knows when there was no connection, which is `not-sent`.
   */
  protected abstract deliver(message: ProviderMessage): Promise<ProviderResult>;

  /**
   * The global `fetch`, which follows no redirect, so that a connection that was refused proves that
   * nothing was sent: behind a redirect the first gateway may have taken the message.
   */
  protected async fetch(url: string | URL, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url, { ...init, redirect: 'error' });
    } catch (thrown) {
      throw notConnected(thrown, this.type) ?? thrown;
    }
  }

  sendMessage(message: SmsMessage): Promise<SendMessageResult> {
    return this.#pipeline.send(message);
  }

  async #submit(submission: Submission): Promise<SendMessageResult> {
    const { outgoing, signal: caller, trace } = submission;
    const { timeout = DEFAULT_TIMEOUT } = this.#config as SendOptions;
    const end = callTimeEnd(submission);
    if (end) throw endedBefore(end);
    // What the store of the limits has left.
    const atDeadline = AbortSignal.timeout(Math.ceil(timeLeft(submission)));
    const signal = AbortSignal.any([atDeadline, ...(caller ? [caller] : [])]);
    const { template, sign, phones, params } = outgoing.content;
    const { outId } = outgoing;
    trace.attempts++;
    try {
      const message = { phones, template, params: params as TemplateValues, sign, outId, signal };
      // `deliver` should stop at the signal. The send ends in time even if it does not.
      const accepted = await Promise.race([this.deliver(message), aborted(signal)]);
      return resultOf(accepted, outId, this.type);
    } catch (thrown) {
      throw providerFailure(thrown, this.type, {
        caller,
        timeout: timeoutOf(outgoing.content.limit, timeout),
        signal,
      });
    }
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')));
  });
}

/** @throws SmsRequestException for an acceptance that no delivery report could be matched to */
function resultOf(
  accepted: ProviderResult | undefined,
  outId: string,
  type: string,
): SendMessageResult {
  const { bizId, requestId = '' } = accepted ?? {};
  if (typeof bizId !== 'string' || bizId === '') {
    const detail = `deliver of ${type} resolved without a bizId`;
    throw new SmsRequestException({ reason: 'unreadable-answer', outcome: 'unknown', detail });
  }
  return { code: 'OK', message: 'OK', bizId, requestId, outId };
}
