import { Injectable } from '@nestjs/common';
import { billedParts } from '../common/message-parts.js';
import { normalizePhoneNumber } from '../common/phone-number.js';
import {
  describeSmsError,
  isSmsException,
  type MessageQuery,
  type SendMessageResult,
  type SmsMessage,
  SmsRegistry,
} from '../index.js';
import { assertRequest, objectBody } from './console-http.js';
import type { DeliveryAnswer, Destination, HealthAnswer, SentAnswer } from './console.wire.js';
import { DestinationsService } from './destinations.service.js';
import { EmulatorClient, type TakenMessage } from './emulator-client.js';
import { TemplateContents } from './template-contents.js';

const HEALTH_TIMEOUT = 3000;

/** Sends and queries through an instance, in the same way as the application. */
@Injectable()
export class TryOutService {
  constructor(
    private readonly registry: SmsRegistry,
    private readonly destinations: DestinationsService,
    private readonly emulators: EmulatorClient,
    private readonly contents: TemplateContents,
  ) {}

  async send(name: string, body: unknown): Promise<SentAnswer> {
    const sentAt = Date.now();
    const sms = await this.registry.load(name);
    const message = body as SmsMessage;
    const { code, message: text, bizId, requestId, outId } = await sms.sendMessage(message);
    const destination = await this.destinations.ofInstance(name);
    const taken = await this.#taken(destination, { outId, bizId });
    return {
      code,
      message: text,
      bizId,
      requestId,
      outId,
      sentAt,
      destination,
      parts: taken.length > 0 ? partsOf(taken) : this.#parts(name, message),
      links: destination?.kind === 'emulator' ? taken.map((each) => link(destination, each)) : [],
    };
  }

  async delivery(name: string, body: unknown): Promise<DeliveryAnswer> {
    const { outId, phone, sentAt } = objectBody(body) as Partial<MessageQuery>;
    const sms = await this.registry.load(name);
    assertRequest(
      sms.findMessage !== undefined,
      'not-able',
      `The type ${sms.type} has no findMessage`,
      { type: sms.type, ability: 'delivery' },
    );
    const query = { outId, phone, sentAt } as MessageQuery;
    const state = await sms.findMessage(query);
    return { state, ...(state === 'failed' && (await this.#failure(name, query))) };
  }

  async health(name: string): Promise<HealthAnswer> {
    const sms = await this.registry.load(name);
    assertRequest(sms.ping !== undefined, 'not-able', `The type ${sms.type} has no ping`, {
      type: sms.type,
      ability: 'health',
    });
    try {
      const { refusedWith, requestId } = await sms.ping({ timeout: HEALTH_TIMEOUT });
      return {
        status: 'up',
        ...(refusedWith && { note: refusedWith }),
        ...(requestId && { requestId }),
      };
    } catch (error) {
      if (!isSmsException(error)) throw error;
      const { code, message, aliyunCode, reason, requestId } = error;
      const description = aliyunCode && describeSmsError(aliyunCode);
      return {
        status: 'down',
        code,
        message,
        ...(description && { aliyunCode, text: description.text, remedy: description.remedy }),
        ...(reason && { reason }),
        ...(requestId && { requestId }),
      };
    }
  }

  async #taken(
    destination: Destination | null,
    { outId, bizId }: Pick<SendMessageResult, 'outId'> & { bizId?: string },
  ): Promise<TakenMessage[]> {
    if (destination?.kind !== 'emulator') return [];
    return this.emulators.messages(destination.inbox, outId, bizId);
  }

  /** Why an emulator did not deliver a message; Aliyun tells it in receipts only. */
  async #failure(name: string, { outId, phone }: MessageQuery) {
    const taken = await this.#taken(await this.destinations.ofInstance(name), { outId });
    const number = normalizePhoneNumber(phone)?.replace(/^\+/, '');
    const found = taken.find((each) => each.phoneNumber === number);
    if (!found?.errorCode) return undefined;
    const { text, remedy } = describeSmsError(found.errorCode);
    return { errorCode: found.errorCode, text, remedy };
  }

  /** The message is valid: it was sent. */
  #parts(name: string, { phoneList, params, verifyTemplateCode, verifySign }: SmsMessage) {
    const content = this.contents.find(name, String(verifyTemplateCode).trim());
    const sign = verifySign ?? this.#signOf(name);
    if (content === undefined || sign === undefined) return null;
    const text = content.replace(/\$\{\s*([^}\s]+)\s*\}/g, (written, variable: string) =>
      Object.hasOwn(params, variable) ? String(params[variable]) : written,
    );
    const isMainland = (phone: string) => /^1\d{10}$/.test(normalizePhoneNumber(phone) ?? '');
    return Math.max(
      ...phoneList.map((phone) => billedParts(`【${sign.trim()}】${text}`, isMainland(phone))),
    );
  }

  #signOf(name: string): string | undefined {
    const sign = this.registry.list().find((each) => each.name === name)?.config.values[
      'verifySign'
    ];
    return typeof sign === 'string' ? sign : undefined;
  }
}

function partsOf(taken: readonly TakenMessage[]): number {
  return Math.max(...taken.map(({ parts }) => parts));
}

function link({ inbox }: { inbox: string }, { phoneNumber }: TakenMessage) {
  return { phone: phoneNumber, url: `${inbox}/#/to/${encodeURIComponent(phoneNumber)}` };
}
