export { AliyunSmsConsoleModule } from './aliyun-sms-console.module.js';
export type { AliyunSmsConsoleOptions } from './console.options.js';
export { SmsConsoleError } from './sms-console.error.js';
