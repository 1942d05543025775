import type { SendMessageResult } from './send-message.result.js';
import type { SmsMessage } from './sms-message.js';

/** The contract of an SMS instance: `SMS.Meta` of the JitAi platform. Every type extends it. */
export abstract class Sms {
  /** Name of the instance, such as `login`. */
  abstract readonly name: string;
  /** What the instance is called where people read it. */
  abstract readonly title: string;
  /** Full name of the type, such as `SMS.Aliyun`. */
  abstract readonly type: string;

  /**
   * Sends one message to all numbers of `phoneList`. That it resolves means: accepted.
   *
   * @throws SmsParameterException (46001) where the message is not valid
   * @throws SmsRejectedException (46002) where it was refused
   * @throws SmsRequestException (46003) where there is no usable answer
   */
  abstract sendMessage(message: SmsMessage): Promise<SendMessageResult>;

  /** Names of the instances through which this one sends, where it does. */
  declare readonly dependsOn?: readonly string[];

  /**
   * Called once when the instance is taken out or another takes its place, and at shutdown. What it is
   * sending must still be finished.
   */
  close?(): void | Promise<void>;
}
