import { brand } from '../common/brand.js';
import type { BulkOptions, BulkResult, MessageSource } from './bulk.options.js';
import type { SendMessageResult, SmsMessage } from './sms-message.js';
import type {
  MessageQuery,
  MessageState,
  PingOptions,
  PingResult,
} from './sms-capabilities.interface.js';

/** The contract of an SMS instance: `SMS.Meta` of the JitAi platform. Every type extends it. */
export abstract class Sms {
  static {
    brand(this, 'Sms');
  }

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
   * @throws SmsRequestException (46003) where there is no usable response
   */
  abstract sendMessage(message: SmsMessage): Promise<SendMessageResult>;

  /** Names of the instances through which this one sends; absent where it sends by itself. */
  declare readonly dependsOn?: readonly string[];

  /** False where the instance has no account to send with, only settings that others inherit. */
  get hasAccount(): boolean {
    return true;
  }

  /** Sends any number of messages; absent where the type cannot. */
  sendMessages?(
    messages: MessageSource,
    options?: BulkOptions,
  ): AsyncGenerator<BulkResult, void, void>;

  /** Finds out what became of one message to one number; absent where the type cannot. */
  findMessage?(query: MessageQuery): Promise<MessageState>;

  /** Proves the account and the connection without sending; absent where the type cannot. */
  ping?(options?: PingOptions): Promise<PingResult>;

  /**
   * Called once when the instance is taken out or another takes its place, and at shutdown. What it is
   * sending must still be finished.
   */
  close?(): void | Promise<void>;
}

/** Members that return a promise: an instance that is not loaded yet can be loaded meanwhile. */
export const ASYNC_MEMBERS: readonly PropertyKey[] = [
  'sendMessage',
  'findMessage',
  'ping',
] satisfies (keyof Sms)[];

/** Members that only a loaded instance has. */
export const LOADED_MEMBERS: readonly PropertyKey[] = [
  'sendMessages',
  'title',
  'type',
  'hasAccount',
] satisfies (keyof Sms)[];
