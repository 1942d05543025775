import { randomUUID } from 'node:crypto';
import { unreadable } from '../client/answer.js';
import { createDysmsClient } from '../client/dysms-client.js';
import { type DysmsOperations, lazyDysmsOperations } from '../client/dysms-operations.js';
import type { DysmsTransport } from '../client/dysms-transport.js';
import { loadSdk } from '../client/sdk.js';
import { SmsException } from '../errors/sms.exception.js';
import { SmsParameterException } from '../errors/sms-parameter.exception.js';
import { assertMessage, recipientsOf, templateParamOf } from './message.parser.js';
import { SendLogger } from './send.logger.js';
import type { SendMessageResult } from './send-message.result.js';
import { Sms } from './sms.js';
import type { SmsMessage } from './sms-message.js';

export interface AliyunSmsSetup {
  name: string;
  title: string;
  /** Signature of a message that names none. */
  verifySign: string | undefined;
  /** Whether each send writes a line to the log. */
  logging: boolean;
  transport: DysmsTransport;
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
  readonly #log: SendLogger;

  constructor(setup: AliyunSmsSetup) {
    super();
    this.name = setup.name;
    this.title = setup.title;
    this.#setup = setup;
    this.#log = new SendLogger(setup.name, setup.logging);
    this.client = lazyDysmsOperations(async () =>
      createDysmsClient(await loadSdk(), setup.transport),
    );
  }

  async sendMessage(message: SmsMessage): Promise<SendMessageResult> {
    const startedAt = performance.now();
    let send: Send | undefined;
    try {
      send = this.#prepare(message);
      const result = await this.#send(send);
      this.#log.accepted(send, result, startedAt);
      return result;
    } catch (error) {
      if (error instanceof SmsException) {
        error.at({ instance: this.name, ...(send && { outId: send.outId }) });
        this.#log.failed(send, error, startedAt);
      }
      throw error;
    }
  }

  #prepare(message: SmsMessage): Send {
    assertMessage(message);
    const sign = message.verifySign ?? this.#setup.verifySign;
    if (sign === undefined) {
      throw new SmsParameterException({
        verifySign: ['is missing: give it with the message or in the settings of the instance'],
      });
    }
    const outId = message.outId ?? randomUUID();
    const phones = recipientsOf(message);
    const query: Record<string, string> = {
      OutId: outId,
      PhoneNumbers: phones.join(','),
      SignName: sign,
      TemplateCode: message.verifyTemplateCode,
      TemplateParam: templateParamOf(message),
    };
    if (message.smsUpExtendCode) query['SmsUpExtendCode'] = message.smsUpExtendCode;
    return { template: message.verifyTemplateCode, phones, outId, query, signal: message.signal };
  }

  async #send({ query, signal, outId }: Send): Promise<SendMessageResult> {
    const { body, statusCode } = await this.#setup.transport.call({
      action: 'SendSms',
      query,
      signal,
      mustBeOk: true,
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
      outId,
    };
  }
}

interface Send {
  template: string;
  phones: string[];
  outId: string;
  query: Record<string, string>;
  signal: AbortSignal | undefined;
}
