export { AliyunSmsEmulator } from './emulator.js';
export type { AliyunSmsEmulatorOptions } from './emulator.options.js';
export { WaitTimeoutError } from './errors.js';
export type { ReplyInput } from './control/actions.js';
export type { MagicNumber, MagicReceipt } from './magic/magic-number.wire.js';
export { MAGIC_NUMBERS, MAGIC_RECEIPTS } from './magic/magic-numbers.js';
export { DEFAULT_ACCOUNT, type EmulatorAccount } from './model/account.js';
export type {
  ActiveFault,
  FaultEffect,
  FaultMatch,
  FaultRule,
  FaultType,
} from './model/fault.wire.js';
export type { MessageFilter, MessagePredicate } from './model/message.js';
export type { EmulatorMessage } from './model/message.wire.js';
export type { Push, PushAttempt, PushKind, PushUrls } from './model/push.wire.js';
export type { Receipt } from './model/receipt.wire.js';
export type { EmulatorReply } from './model/reply.wire.js';
export type { ReviewState } from './model/review.wire.js';
export type { SignSeed } from './model/sign.js';
export type { EmulatorSign } from './model/sign.wire.js';
export type { TemplateSeed } from './model/template.js';
export type { EmulatorTemplate, TemplateType } from './model/template.wire.js';
export type { ReportOptions } from './receipts/delivery-reporter.js';
