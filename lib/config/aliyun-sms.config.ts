import { registerAs } from '@nestjs/config';
import type { AliyunSmsOptions } from '../index.js';
import { readEnvironment } from './environment.js';

/**
 * The settings of `forRoot` out of the environment, as a namespace of `@nestjs/config`.
 *
 * `ALIBABA_CLOUD_ACCESS_KEY_ID` and `ALIBABA_CLOUD_ACCESS_KEY_SECRET` are required, `ALIYUN_SMS_SIGN`
 * where the default instance is used. `ALIBABA_CLOUD_SECURITY_TOKEN`, `ALIYUN_SMS_ENDPOINT`,
 * `ALIYUN_SMS_TIMEOUT`, `ALIYUN_SMS_CONNECTIONS` and `ALIYUN_SMS_LOGGING` set the options of these names.
 *
 * @example AliyunSmsModule.forRootAsync(aliyunSmsConfig.asProvider())
 * @throws SmsEnvironmentError with every fault of the environment
 */
export const aliyunSmsConfig = registerAs('aliyunSms', (): AliyunSmsOptions =>
  readEnvironment(process.env),
);
