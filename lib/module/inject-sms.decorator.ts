import { Inject } from '@nestjs/common';
import { getSmsToken } from '../common/sms.tokens.js';

/**
 * Injects an SMS instance: the default instance if there is no name.
 *
 * @example constructor(@InjectSms('login') private readonly sms: AliyunSms) {}
 */
export const InjectSms = (name?: string): ParameterDecorator & PropertyDecorator =>
  Inject(getSmsToken(name));
