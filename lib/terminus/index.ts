export { AliyunSmsHealthIndicator } from './aliyun-sms.health.js';
export type { AliyunSmsHealthOptions } from './aliyun-sms-health.options.js';
export type { AliyunSmsInstanceHealth } from './instance-health.js';
