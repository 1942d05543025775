import type { Receipt } from './receipt.wire.js';

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
