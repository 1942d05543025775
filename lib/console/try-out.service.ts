import { Injectable } from '@nestjs/common';
import {
  describeSmsError,
  isSmsException,
  type LocalizedText,
  type MessageQuery,
  type MessageState,
  type SendMessageResult,
  type SmsErrorCode,
  type SmsMessage,
  SmsRegistry,
} from '../index.js';
import { assertRequest, objectBody } from './console-http.js';

const HEALTH_TIMEOUT = 3000;

/** The health of an instance, with the reason if it is down. */
export interface InstanceHealth {
  status: 'up' | 'down';
  note?: string;
  requestId?: string;
  message?: string;
  code?: SmsErrorCode;
  aliyunCode?: string;
  reason?: string;
  text?: LocalizedText;
  remedy?: LocalizedText;
}

/** Sends and queries through an instance, in the same way as the application. */
@Injectable()
export class TryOutService {
  constructor(private readonly registry: SmsRegistry) {}

  async send(name: string, body: unknown): Promise<SendMessageResult & { sentAt: number }> {
    const sentAt = Date.now();
    const sms = await this.registry.load(name);
    return { ...(await sms.sendMessage(body as SmsMessage)), sentAt };
  }

  async delivery(name: string, body: unknown): Promise<{ state: MessageState }> {
    const { outId, phone, sentAt } = objectBody(body) as Partial<MessageQuery>;
    const sms = await this.registry.load(name);
    assertRequest(sms.findMessage !== undefined, `The type ${sms.type} has no findMessage`);
    return { state: await sms.findMessage({ outId, phone, sentAt } as MessageQuery) };
  }

  async health(name: string): Promise<InstanceHealth> {
    const sms = await this.registry.load(name);
    assertRequest(sms.ping !== undefined, `The type ${sms.type} has no ping`);
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
}
