import { readAskedNumber } from './phone-number.js';
import type { Receipt } from './receipt.js';

/** A message that was accepted: one for each recipient of a call. */
export interface EmulatorMessage {
  readonly id: string;
  /** Eleven digits for the mainland; country code and number abroad. */
  readonly phoneNumber: string;
  readonly signName: string;
  readonly templateCode: string;
  readonly templateParam: Readonly<Record<string, string>>;
  /** The text as the recipient reads it, with `【sign】` before it. */
  readonly content: string;
  /** The verification code in the text, `null` where there is none. */
  readonly code: string | null;
  /** Length of the text in characters, signature and brackets included. */
  readonly size: number;
  /** Number of messages that Aliyun bills for the text. */
  readonly parts: number;
  /** As in the response to the call, the same for all its recipients. */
  readonly bizId: string;
  readonly requestId: string;
  readonly outId: string | null;
  /** Extension code that the caller asked for: replies go to it. */
  readonly smsUpExtendCode: string | null;
  /** `SendSms` or `SendBatchSms`. */
  readonly action: string;
  /** ISO 8601, on the emulator's clock. */
  readonly receivedAt: string;
  /** AccessKey id of the caller. */
  readonly accessKey: string;
  /** What the carrier has reported so far. */
  readonly receipt: Receipt;
}

/** What a message must match; a field that is left out matches all messages. */
export interface MessageFilter {
  /** In any form in which people write it. */
  phoneNumber?: string;
  signName?: string;
  templateCode?: string;
  bizId?: string;
  requestId?: string;
  outId?: string;
  action?: string;
  /** State of its receipt. */
  receipt?: EmulatorMessage['receipt']['state'];
  /** Part of the text, the number, the signature, the template code, OutId, or a variable's value. */
  search?: string;
}

export type MessagePredicate = (message: EmulatorMessage) => boolean;

const EXACT = ['signName', 'templateCode', 'bizId', 'requestId', 'outId', 'action'] as const;

export function messageMatcher(filter: MessageFilter | MessagePredicate = {}): MessagePredicate {
  if (typeof filter === 'function') return filter;
  const { phoneNumber } = filter;
  const number = phoneNumber && readAskedNumber(phoneNumber);
  const exact = EXACT.filter((key) => filter[key] !== undefined);
  const search = filter.search?.toLowerCase();
  return (message) =>
    (number === undefined || message.phoneNumber === number) &&
    (filter.receipt === undefined || message.receipt.state === filter.receipt) &&
    exact.every((key) => message[key] === filter[key]) &&
    (!search || searchableText(message).toLowerCase().includes(search));
}

function searchableText(message: EmulatorMessage): string {
  return [
    message.content,
    message.phoneNumber,
    message.signName,
    message.templateCode,
    message.outId ?? '',
    ...Object.values(message.templateParam),
  ].join('\n');
}
