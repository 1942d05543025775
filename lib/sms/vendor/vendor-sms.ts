import type { CallTrace } from '../../client/api-call.js';
import { SmsException } from '../../errors/sms.exception.js';
import { SmsRequestException } from '../../errors/sms-request.exception.js';
import type { FlowControlGuard } from '../../limits/index.js';
import { SmsContext } from '../sms-context.js';
import type { AliyunSmsConfig } from '../../aliyun/aliyun-sms.config.js';
import { assertMessage, recipientsOf, templateParamOf } from '../message.parser.js';
import { newOutId } from '../out-id.js';
import { Send } from '../send.js';
import { SendEnd } from '../send.end.js';
import type { SendMessageResult } from '../send-message.result.js';
import type { SendWatch } from '../send.watch.js';
import { Sms } from '../sms.js';
import type { SmsMessage } from '../sms-message.js';
import { withinLimits } from '../within-limits.js';
import { notConnected, vendorFailure } from './vendor-failure.js';
import type { VendorMessage, VendorReceipt } from './vendor-message.interface.js';

const DEFAULT_TIMEOUT = 10_000;

/** Options that mean the same for every type, where its configuration has them. */
type CommonOptions = Pick<
  AliyunSmsConfig,
  'verifySign' | 'timeout' | 'limits' | 'logging' | 'hooks'
>;

/**
 * Base of the types of other vendors. It checks the message, keeps to `limits`, logs, tells the hooks
 * and names what went wrong; `deliver` makes the call.
 *
 * A configuration that has `verifySign`, `timeout`, `limits`, `logging` or `hooks` has them in the
 * sense that they have for `SMS.Aliyun`.
 */
export abstract class VendorSms<Config extends object = object> extends Sms {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly #config: Config;
  readonly #guard: FlowControlGuard | undefined;
  readonly #watch: SendWatch;

  constructor({ name, title, type, config, runtime }: SmsContext<Config>) {
    super();
    this.name = name;
    this.title = title;
    this.type = type;
    this.#config = config;
    const { limits, logging, hooks } = config as CommonOptions;
    this.#guard = runtime.guard(limits);
    // Spans and metrics are those of Aliyun's API: another vendor's belong to its own client.
    this.#watch = runtime.watch(name, type, { logging, hooks, telemetry: false });
  }

  /** The configuration of the instance. */
  protected get config(): Config {
    return this.#config;
  }

  /**
   * Hands a message to the vendor. That it resolves means: accepted.
   *
   * Throw an `SmsRejectedException` where the vendor refuses; a code of Aliyun's that means the same
   * tells what to do, and lets a failover move on. Everything else that is thrown counts as `unknown`;
   * `this.fetch` knows when there was no connection, which is `not-sent`.
   */
  protected abstract deliver(message: VendorMessage): Promise<VendorReceipt>;

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

  async sendMessage(message: SmsMessage): Promise<SendMessageResult> {
    const trace: CallTrace = { startedAt: performance.now(), attempts: 0 };
    const send = this.#parse(message, trace);
    const end = new SendEnd(send, trace, this.#watch);
    this.#watch.started(send);
    try {
      const submit = () => this.#submit(send, message.signal, trace);
      const accepted = await (this.#guard ? withinLimits(this.#guard, send, submit) : submit());
      return end.succeeded(resultOf(accepted, send.outId, this.type));
    } catch (error) {
      throw end.failed(error);
    }
  }

  async #submit(
    send: Send,
    caller: AbortSignal | undefined,
    trace: CallTrace,
  ): Promise<VendorReceipt> {
    const { timeout = DEFAULT_TIMEOUT } = this.#config as CommonOptions;
    if (caller?.aborted) {
      const detail = 'The call was aborted by its signal before it was made';
      throw new SmsRequestException({ reason: 'aborted', outcome: 'not-sent', detail });
    }
    const signal = AbortSignal.any([AbortSignal.timeout(timeout), ...(caller ? [caller] : [])]);
    const { template, sign, phones, templateParam } = send.reveal();
    const params = JSON.parse(templateParam as string) as Record<string, string>;
    trace.attempts++;
    try {
      const message = { phones, template, params, sign: sign || undefined, outId: send.outId };
      // The signal is for `deliver` to heed; the send ends in time whether it does or not.
      return await Promise.race([this.deliver({ ...message, signal }), aborted(signal)]);
    } catch (thrown) {
      throw vendorFailure(thrown, this.type, { caller, timeout, signal });
    }
  }

  #parse(message: SmsMessage, trace: CallTrace): Send {
    try {
      assertMessage(message);
      return new Send(this.name, message.outId ?? newOutId(), {
        template: message.verifyTemplateCode,
        sign: message.verifySign ?? (this.#config as CommonOptions).verifySign ?? '',
        phones: recipientsOf(message),
        templateParam: templateParamOf(message),
        extendCode: message.smsUpExtendCode,
      });
    } catch (error) {
      if (error instanceof SmsException) {
        this.#watch.ended(undefined, error.at({ instance: this.name }), trace);
      }
      throw error;
    }
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
}

/** @throws SmsRequestException for an acceptance that no receipt could be matched to */
function resultOf(
  receipt: VendorReceipt | undefined,
  outId: string,
  type: string,
): SendMessageResult {
  const { bizId, requestId = '' } = receipt ?? {};
  if (typeof bizId !== 'string' || bizId === '') {
    const detail = `deliver of ${type} resolved without a bizId`;
    throw new SmsRequestException({ reason: 'unreadable-answer', outcome: 'unknown', detail });
  }
  return { code: 'OK', message: 'OK', bizId, requestId, outId };
}
