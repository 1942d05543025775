import { brand } from '../common/brand.js';
import { clientSettings } from '../client/client-settings.js';
import { DYSMS_API } from '../client/dysms-api.js';
import type { DysmsOperations } from '../client/dysms/index.js';
import { createDysmsOperations } from '../client/dysms-client.js';
import type { AliyunTransport } from '../client/aliyun-transport.js';
import type { BulkOptions, BulkResult, MessageSource } from '../sms/bulk.options.js';
import { timeoutOf } from '../sms/given-time.js';
import type { SendMessageResult, SmsMessage } from '../sms/sms-message.js';
import type { SendPipeline, Submission } from '../sms/send-pipeline.js';
import { Sms } from '../sms/sms.js';
import type {
  MessageQuery,
  MessageState,
  PingOptions,
  PingResult,
} from '../sms/sms-capabilities.interface.js';
import { SmsContext } from '../sms/sms-context.js';
import { SmsType } from '../sms/sms-type.decorator.js';
import { AliyunSmsConfig } from './aliyun-sms.config.js';
import { sendInBulk } from './bulk/send-in-bulk.js';
import { findMessage } from './find-message.js';
import { ping } from './ping.js';
import { toSendOperation, toSendResult } from './send-operation.js';

/** The type `SMS.Aliyun`: an instance that sends through Alibaba Cloud. */
@SmsType('SMS.Aliyun', {
  config: AliyunSmsConfig,
  title: { en: 'Alibaba Cloud SMS', zh: '阿里云短信' },
})
export class AliyunSms extends Sms {
  static {
    brand(this, 'AliyunSms');
  }

  readonly name: string;
  readonly title: string;
  readonly type: string;
  /**
   * Every operation of Aliyun's SMS API as the official client names it, over this instance's
   * account, connections and deadline. A request is a plain object or an object of the SDK's class. The
   * SDK is loaded at the first call.
   *
   * @example await sms.client.getSmsTemplate({ templateCode: 'SMS_1' })
   */
  readonly client: DysmsOperations;

  readonly #transport: AliyunTransport;
  readonly #release: () => void;
  readonly #pipeline: SendPipeline;

  // Not taken apart in the list of parameters, which the declarations repeat: `runtime` is not in them.
  constructor(context: SmsContext<AliyunSmsConfig>) {
    super();
    const { name, title, type, config, runtime } = context;
    const { telemetry = true } = config;
    const settings = clientSettings(config);
    const { transport, release } = runtime.connect(settings, telemetry);
    this.name = name;
    this.title = title;
    this.type = type;
    this.#transport = transport;
    this.#release = release;
    this.#pipeline = runtime.createPipeline({
      instance: name,
      options: config,
      tracedHost: telemetry ? settings.endpoint.host : undefined,
      requiresSign: true,
      prepare: this.prepare && ((message) => this.prepare!(message)),
      submit: (submission) => this.#submit(submission),
    });
    this.client = createDysmsOperations(transport);
  }

  /**
   * Changes a message before it is checked again and sent, single or in bulk: gets and returns a plain
   * message. Override this one, not `sendMessage`, which bulk sending does not call.
   *
   * @default the message is sent as it is
   */
  protected prepare?(message: SmsMessage): SmsMessage | Promise<SmsMessage>;

  sendMessage(message: SmsMessage): Promise<SendMessageResult> {
    return this.#pipeline.send(message);
  }

  /**
   * Sends any number of messages: equal ones together, up to 1,000 recipients a call, the others in
   * batches of up to 100. Results come as the calls end, not in the order of the messages. Messages
   * are read as results are taken, so neither side has to fit into memory.
   *
   * A refused call is split where one recipient may be the cause. Nothing is repeated whose outcome is
   * unknown. Messages whose `signal` or `outId` is their own are not put together with others.
   *
   * @example
   * for await (const { index, outcome, bizId } of sms.sendMessages(messages, { perSecond: 500 })) …
   */
  override sendMessages(
    messages: MessageSource,
    options: BulkOptions = {},
  ): AsyncGenerator<BulkResult, void, void> {
    return sendInBulk(messages, options, this.#pipeline);
  }

  /**
   * What became of one message to one number: settles an unknown outcome, and tells of delivery.
   * `not-found-yet` soon after the send proves nothing, since records may appear late.
   *
   * @throws SmsRejectedException, SmsRequestException where the question itself fails
   */
  override findMessage(query: MessageQuery): Promise<MessageState> {
    return findMessage(this.#transport, query);
  }

  /**
   * Proves the account and the connection to Aliyun without sending: asks for one entry of the list of
   * signatures.
   *
   * @throws SmsRejectedException, SmsRequestException where a send would fail as well
   */
  override ping(options: PingOptions = {}): Promise<PingResult> {
    return ping(this.#transport, options);
  }

  /** False where `forRoot` gave no account, but settings to inherit only. */
  override get hasAccount(): boolean {
    return this.#transport.hasAccount;
  }

  override close(): void {
    this.#release();
  }

  async #submit({ outgoing, deadline, signal, trace }: Submission): Promise<SendMessageResult> {
    const { action, query, form } = toSendOperation(outgoing);
    const response = await this.#transport.call({
      product: DYSMS_API.product,
      version: DYSMS_API.version,
      action,
      query,
      form,
      mustBeOk: true,
      hasOwnSpan: true,
      timeout: timeoutOf(outgoing.content.limit, this.#transport.timeout),
      deadline,
      signal,
      trace,
    });
    return toSendResult(response, outgoing.outId);
  }
}
