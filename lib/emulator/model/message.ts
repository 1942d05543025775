import type { Receipt } from './receipt.js';

/** A text that arrived: one for each recipient of a call. */
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
  /** Messages that it is billed as. */
  readonly parts: number;
  /** As in the answer of the call, the same for all its recipients. */
  readonly bizId: string;
  readonly requestId: string;
  readonly outId: string | null;
  /** Extension that the caller asked for, to which replies go. */
  readonly smsUpExtendCode: string | null;
  /** `SendSms` or `SendBatchSms`. */
  readonly action: string;
  /** ISO 8601, on the emulator's clock. */
  readonly receivedAt: string;
  /** Key id of the caller. */
  readonly accessKey: string;
  /** What became of it, as far as the sender has been told. */
  readonly receipt: Receipt;
}
