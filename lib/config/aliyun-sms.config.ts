import { registerAs } from '@nestjs/config';
import type { AliyunSmsOptions } from '../index.js';
import { readEnvironment } from './environment.js';

/**
 * The settings of `forRoot` from the environment, as a namespace of `@nestjs/config`.
 *
 * `ALIBABA_CLOUD_ACCESS_KEY_ID` and `ALIBABA_CLOUD_ACCESS_KEY_SECRET` are required, `ALIYUN_SMS_SIGN`
 * too if the default instance is used. `ALIBABA_CLOUD_SECURITY_TOKEN`, `ALIYUN_SMS_ENDPOINT`,
 * `ALIYUN_SMS_INSECURE`, `ALIYUN_SMS_TIMEOUT`, `ALIYUN_SMS_CONNECTIONS` and `ALIYUN_SMS_LOGGING` are optional, and set the option of the same name.
 *
 * @example AliyunSmsModule.forRootAsync(aliyunSmsConfig.asProvider())
 * @throws SmsEnvironmentError with every issue of the environment
 */
export const aliyunSmsConfig = registerAs('aliyunSms', (): AliyunSmsOptions =>
  readEnvironment(process.env),
);
