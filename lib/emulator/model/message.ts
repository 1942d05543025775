import type { EmulatorMessage } from './message.wire.js';
import { readAskedNumber } from './phone-number.js';

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
