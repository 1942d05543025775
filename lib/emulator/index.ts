export { AliyunSmsEmulator } from './emulator.js';
export { DEFAULT_ACCOUNT, type EmulatorAccount } from './account.js';
export type { AliyunSmsEmulatorOptions } from './emulator.options.js';
export type { EmulatorMessage } from './messages/message.js';
export type { MessageFilter } from './messages/message.filter.js';
export { WaitTimeoutError } from './messages/wait-timeout.error.js';
