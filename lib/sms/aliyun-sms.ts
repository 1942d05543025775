import { randomUUID } from 'node:crypto';
import { unreadable } from '../client/answer.js';
import type { CallTrace } from '../client/api-call.js';
import { createDysmsClient } from '../client/dysms-client.js';
import { type DysmsOperations, lazyDysmsOperations } from '../client/dysms-operations.js';
import type { DysmsTransport } from '../client/dysms-transport.js';
import { loadSdk } from '../client/sdk.js';
import { SmsException } from '../errors/sms.exception.js';
import { SmsParameterException } from '../errors/sms-parameter.exception.js';
import type { FlowControlGuard } from '../limits/index.js';
import { findMessage, type MessageQuery, type MessageState } from './find-message.js';
import { assertMessage, recipientsOf, templateParamOf } from './message.parser.js';
import { Send } from './send.js';
import { withinLimits } from './within-limits.js';
import type { SendMessageResult } from './send-message.result.js';
import { SendWatch } from './send.watch.js';
import { Sms } from './sms.js';
import type { SmsHooks } from './sms-hooks.js';
import type { SmsMessage } from './sms-message.js';

export interface AliyunSmsSetup {
  name: string;
  title: string;
  /** Signature of a message that names none. */
  verifySign: string | undefined;
  transport: DysmsTransport;
  /** Refuses before the network what flow control would refuse. */
  guard: FlowControlGuard | undefined;
  /** Those who watch the sends: log, telemetry, and the user's own. */
  hooks: readonly SmsHooks[];
}

/** The type `SMS.Aliyun`: an instance that sends through Alibaba Cloud. */
export class AliyunSms extends Sms {
  static readonly type: string = 'SMS.Aliyun';

  readonly name: string;
  readonly title: string;
  readonly type = AliyunSms.type;
  /**
   * Every operation of Aliyun's SMS API as the official client types it, over this instance's
   * account, connections and deadline. The SDK is loaded at the first call.
   *
   * @example await sms.client.getSmsTemplate(new GetSmsTemplateRequest({ templateCode: 'SMS_1' }))
   */
  readonly client: DysmsOperations;

  readonly #setup: AliyunSmsSetup;
  readonly #watch: SendWatch;

  constructor(setup: AliyunSmsSetup) {
    super();
    this.name = setup.name;
    this.title = setup.title;
    this.#setup = setup;
    this.#watch = new SendWatch(setup.name, setup.hooks);
    this.client = lazyDysmsOperations(async () =>
      createDysmsClient(await loadSdk(), setup.transport),
    );
  }

  async sendMessage(message: SmsMessage): Promise<SendMessageResult> {
    const trace: CallTrace = { startedAt: performance.now(), attempts: 0 };
    let send: Send | undefined;
    try {
      send = this.#prepare(message);
      this.#watch.started(send);
      const result = await this.#submit(send, message.signal, trace);
      this.#watch.ended(send, result, trace);
      return result;
    } catch (error) {
      if (error instanceof SmsException) {
        error.at({ instance: this.name, ...(send && { outId: send.outId }) });
        this.#watch.ended(send, error, trace);
      }
      throw error;
    }
  }

  /**
   * What became of one message to one number: settles an unknown outcome, and tells of delivery.
   * `not-found-yet` soon after the send proves nothing, since records may appear late.
   *
   * @throws SmsRejectedException, SmsRequestException where the question itself fails
   */
  findMessage(query: MessageQuery): Promise<MessageState> {
    return findMessage(this.#setup.transport, query);
  }

  #prepare(message: SmsMessage): Send {
    assertMessage(message);
    const sign = message.verifySign ?? this.#setup.verifySign;
    if (sign === undefined) {
      throw new SmsParameterException({
        verifySign: ['is missing: give it with the message or in the settings of the instance'],
      });
    }
    return new Send(this.name, message.verifyTemplateCode, message.outId ?? randomUUID(), {
      sign,
      phones: recipientsOf(message),
      templateParam: templateParamOf(message),
      extendCode: message.smsUpExtendCode,
    });
  }

  #submit(
    send: Send,
    signal: AbortSignal | undefined,
    trace: CallTrace,
  ): Promise<SendMessageResult> {
    const { guard } = this.#setup;
    const call = () => this.#call(send, signal, trace);
    return guard ? withinLimits(guard, send, call) : call();
  }

  async #call(
    send: Send,
    signal: AbortSignal | undefined,
    trace: CallTrace,
  ): Promise<SendMessageResult> {
    const { body, statusCode } = await this.#setup.transport.call({
      action: 'SendSms',
      query: send.toQuery(),
      mustBeOk: true,
      signal,
      trace,
    });
    const { Message: message, BizId: bizId, RequestId: requestId } = body;
    if (typeof bizId !== 'string' || bizId === '') {
      throw unreadable(statusCode, 'it says OK without a BizId');
    }
    return {
      code: 'OK',
      message: typeof message === 'string' ? message : 'OK',
      bizId,
      requestId: typeof requestId === 'string' ? requestId : '',
      outId: send.outId,
    };
  }
}
