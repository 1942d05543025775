import { Injectable } from '@nestjs/common';
import {
  describeSmsError,
  isSmsException,
  type LocalizedText,
  type MessageQuery,
  type MessageState,
  type SendMessageResult,
  type SmsMessage,
  SmsRegistry,
} from '../index.js';
import { bodyObject, needs } from './request-body.js';

const HEALTH_TIMEOUT = 3000;

/** What asking an instance for its health has brought. */
export interface InstanceHealth {
  status: 'up' | 'down';
  note?: string;
  requestId?: string;
  message?: string;
  code?: number;
  aliyunCode?: string;
  reason?: string;
  text?: LocalizedText;
  remedy?: LocalizedText;
}

/** Sends, and asks, as the application itself would. */
@Injectable()
export class TryOutService {
  constructor(private readonly registry: SmsRegistry) {}

  async send(name: string, body: unknown): Promise<SendMessageResult & { sentAt: number }> {
    const sentAt = Date.now();
    const sms = await this.registry.load(name);
    return { ...(await sms.sendMessage(body as SmsMessage)), sentAt };
  }

  async delivery(name: string, body: unknown): Promise<{ state: MessageState }> {
    const { outId, phone, sentAt } = bodyObject(body) as Partial<MessageQuery>;
    const sms = await this.registry.load(name);
    needs(sms.findMessage !== undefined, `The type ${sms.type} has no findMessage`);
    return { state: await sms.findMessage({ outId, phone, sentAt } as MessageQuery) };
  }

  async health(name: string): Promise<InstanceHealth> {
    const sms = await this.registry.load(name);
    needs(sms.ping !== undefined, `The type ${sms.type} has no ping`);
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
      return {
        status: 'down',
        code,
        message,
        ...(aliyunCode && { aliyunCode, ...describedBy(aliyunCode) }),
        ...(reason && { reason }),
        ...(requestId && { requestId }),
      };
    }
  }
}

/** What the catalogue says of a code of Aliyun's. */
export function describedBy(aliyunCode: string): { text: LocalizedText; remedy: LocalizedText } {
  const { text, remedy } = describeSmsError(aliyunCode);
  return { text, remedy };
}
