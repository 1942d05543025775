import type { Type } from '@nestjs/common';
import type { Sms } from '../sms/sms.js';

/** A class of SMS instances, as `forRoot({ types })` takes it. */
export type SmsClass = Type<Sms>;

/** A class that an instance is expected to be of, such as `AliyunSms`. */
export type SmsClassOf<T extends Sms> = abstract new (...args: never[]) => T;
