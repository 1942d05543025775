/** A text from a phone to the sender (uplink). */
export interface EmulatorReply {
  readonly id: string;
  readonly phoneNumber: string;
  readonly content: string;
  /** The signature of the message that it replies to. */
  readonly signName: string;
  /** The number that it was sent to. */
  readonly destCode: string;
  /** ISO 8601, on the emulator's clock. */
  readonly sentAt: string;
}
