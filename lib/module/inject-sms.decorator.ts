import { Inject } from '@nestjs/common';
import { getSmsToken } from '../common/sms.tokens.js';

/**
 * Injects an SMS instance, the default one where no name is given.
 *
 * @example constructor(@InjectSms('login') private readonly sms: AliyunSms) {}
 */
export const InjectSms = (name?: string): ParameterDecorator & PropertyDecorator =>
  Inject(getSmsToken(name));
