import type { CallTrace } from '../client/api-call.js';
import { createDysmsOperations, type DysmsOperations } from '../client/dysms-client.js';
import type { AliyunTransport } from '../client/aliyun-transport.js';
import { SmsException } from '../errors/sms.exception.js';
import { SmsParameterException } from '../errors/sms-parameter.exception.js';
import { SmsContext } from '../sms/sms-context.js';
import { SmsType } from '../sms/sms-type.decorator.js';
import { AliyunSmsConfig } from './aliyun-sms.config.js';
import { aliyunSmsSettings } from './aliyun-sms.settings.js';
import type { BulkOptions, BulkResult } from './bulk/bulk.options.js';
import { sendInBulk } from './bulk/send-in-bulk.js';
import { findMessage, type MessageQuery, type MessageState } from './find-message.js';
import { assertMessage, recipientsOf, templateParamOf } from '../sms/message.parser.js';
import { newOutId } from '../sms/out-id.js';
import { ping, type PingOptions, type PingResult } from './ping.js';
import { Send, type SendContent } from '../sms/send.js';
import { SendCourier } from '../sms/send.courier.js';
import type { SendMessageResult } from '../sms/send-message.result.js';
import type { SendWatch } from '../sms/send.watch.js';
import { Sms } from '../sms/sms.js';
import type { SmsMessage } from '../sms/sms-message.js';

/** The type `SMS.Aliyun`: an instance that sends through Alibaba Cloud. */
@SmsType('SMS.Aliyun', {
  config: AliyunSmsConfig,
  title: { en: 'Alibaba Cloud SMS', zh: '阿里云短信' },
})
export class AliyunSms extends Sms {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  /**
   * Every operation of Aliyun's SMS API as the official client types it, over this instance's
   * account, connections and deadline. The SDK is loaded at the first call.
   *
   * @example await sms.client.getSmsTemplate(new GetSmsTemplateRequest({ templateCode: 'SMS_1' }))
   */
  readonly client: DysmsOperations;

  /** Signature of a message that names none. */
  readonly #verifySign: string | undefined;
  readonly #transport: AliyunTransport;
  readonly #release: () => void;
  readonly #watch: SendWatch;
  readonly #courier: SendCourier;

  constructor(context: SmsContext<AliyunSmsConfig>) {
    super();
    const { name, title, type, config, runtime } = context;
    const settings = aliyunSmsSettings(config);
    const { transport, release } = runtime.transport(settings, config.telemetry ?? true);
    this.name = name;
    this.title = title;
    this.type = type;
    this.#verifySign = config.verifySign;
    this.#transport = transport;
    this.#release = release;
    this.#watch = runtime.watch(name, settings.endpoint.host, config);
    this.#courier = new SendCourier(transport, runtime.guard(config.limits), this.#watch);
    this.client = createDysmsOperations(transport);
  }

  sendMessage(message: SmsMessage): Promise<SendMessageResult> {
    const trace = startTrace();
    let content: SendContent;
    try {
      content = this.#parse(message, trace);
    } catch (error) {
      return Promise.reject(error);
    }
    const send = new Send(this.name, message.outId ?? newOutId(), content);
    return this.#courier.deliver(send, trace, message.signal);
  }

  /**
   * Sends any number of messages: equal ones together, up to 1,000 recipients a call, the others in
   * batches of up to 100. Results come as the calls end, not in the order of the messages. Messages
   * are read as results are taken, so neither side has to fit into memory.
   *
   * A refused call is split where one recipient spoils it. Nothing is repeated whose outcome is
   * unknown. Messages whose `signal` or `outId` is their own are not put together with others.
   *
   * @example
   * for await (const { index, verdict, bizId } of sms.sendMessages(messages, { perSecond: 500 })) …
   */
  sendMessages(
    messages: Iterable<SmsMessage> | AsyncIterable<SmsMessage>,
    options: BulkOptions = {},
  ): AsyncGenerator<BulkResult, void, void> {
    return sendInBulk(messages, options, {
      parse: (message) => this.#parse(message),
      deliver: (content, outId, signal) =>
        this.#courier.deliver(new Send(this.name, outId, content), startTrace(), signal),
    });
  }

  /**
   * What became of one message to one number: settles an unknown outcome, and tells of delivery.
   * `not-found-yet` soon after the send proves nothing, since records may appear late.
   *
   * @throws SmsRejectedException, SmsRequestException where the question itself fails
   */
  findMessage(query: MessageQuery): Promise<MessageState> {
    return findMessage(this.#transport, query);
  }

  /**
   * Proves the account and the way to Aliyun without sending: asks for one entry of the list of
   * signatures.
   *
   * @throws SmsRejectedException, SmsRequestException where a send would fail as well
   */
  ping(options: PingOptions = {}): Promise<PingResult> {
    return ping(this.#transport, options);
  }

  /** False where `forRoot` gave no account, but settings to inherit only. */
  get hasAccount(): boolean {
    return this.#transport.hasAccount;
  }

  override close(): void {
    this.#release();
  }

  #parse(message: SmsMessage, trace?: CallTrace): SendContent {
    try {
      assertMessage(message);
      const sign = message.verifySign ?? this.#verifySign;
      if (sign === undefined) throw missingSign();
      return {
        template: message.verifyTemplateCode,
        sign,
        phones: recipientsOf(message),
        templateParam: templateParamOf(message),
        extendCode: message.smsUpExtendCode,
      };
    } catch (error) {
      if (error instanceof SmsException) {
        error.at({ instance: this.name });
        this.#watch.ended(undefined, error, trace ?? startTrace());
      }
      throw error;
    }
  }
}

function startTrace(): CallTrace {
  return { startedAt: performance.now(), attempts: 0 };
}

function missingSign(): SmsParameterException {
  return new SmsParameterException({
    verifySign: ['is missing: give it with the message or in the settings of the instance'],
  });
}
