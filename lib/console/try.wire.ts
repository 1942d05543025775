import type { LocalizedText } from '../common/localized-text.wire.js';
import type { Destination } from './instance.wire.js';

/** `POST instances/:name/messages`. */
export interface TryMessage {
  phoneList: readonly string[];
  params: Readonly<Record<string, string>>;
  verifyTemplateCode: string;
  verifySign?: string;
}

/** A message in the inbox of an emulator. */
export interface InboxLink {
  /** As the emulator writes the number. */
  phone: string;
  url: string;
}

/** `POST instances/:name/messages`: the message was accepted. */
export interface SentAnswer {
  code: string;
  message: string;
  bizId: string;
  requestId: string;
  outId: string;
  /** Milliseconds since 1970. */
  sentAt: number;
  destination: Destination | null;
  /** How many messages the text is billed as for each recipient; null where the text is not known. */
  parts: number | null;
  /** Where an emulator took the message. */
  links: readonly InboxLink[];
}

/** `POST instances/:name/delivery`. */
export interface DeliveryQuery {
  outId: string;
  phone: string;
  sentAt: number;
}

/** `POST instances/:name/delivery`. */
export interface DeliveryAnswer {
  state: 'delivered' | 'failed' | 'pending' | 'not-found-yet';
  /** Why the delivery failed, where an emulator took the message: the code of the receipt, such as `MOBILE_NOT_ON_SERVICE`. */
  errorCode?: string;
  /** What the code means, and what to do. */
  text?: LocalizedText;
  remedy?: LocalizedText;
}

/** `GET instances/:name/health`: the health of an instance, with the reason if it is down. */
export interface HealthAnswer {
  status: 'up' | 'down';
  note?: string;
  requestId?: string;
  /** The reason in English. */
  message?: string;
  /** 46001, 46002 or 46003. */
  code?: number;
  aliyunCode?: string;
  reason?: string;
  text?: LocalizedText;
  remedy?: LocalizedText;
}
