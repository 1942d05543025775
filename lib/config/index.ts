export { aliyunSmsConfig } from './aliyun-sms.config.js';
export { SmsEnvironmentError } from './sms-environment.error.js';
