export { aliyunSmsConfig } from './aliyun-sms.config.js';
export { SmsEnvironmentError } from './environment.js';
