export { AliyunSmsConsoleModule } from './aliyun-sms-console.module.js';
export { type AliyunSmsConsoleOptions, SmsConsoleError } from './console.options.js';
