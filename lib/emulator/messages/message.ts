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
  /** As in the answer of the call, the same for all its recipients. */
  readonly bizId: string;
  readonly requestId: string;
  readonly outId: string | null;
  /** `SendSms` or `SendBatchSms`. */
  readonly action: string;
  /** ISO 8601, on the emulator's clock. */
  readonly receivedAt: string;
  /** Key id of the caller. */
  readonly accessKey: string;
}
