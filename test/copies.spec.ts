import * as face from 'nestjs-aliyun-sms';
import { describe, expect, it } from 'vitest';

// What applications and other packages ask with instanceof, while their copy of this package may be another one.
const BRANDED = [
  'Sms',
  'ProviderSms',
  'AliyunSms',
  'FailoverSms',
  'LimitStoreError',
  'SmsException',
  'SmsParameterException',
  'SmsRejectedException',
  'SmsRequestException',
  'SmsSetupError',
  'SmsConfigurationError',
  'SmsElementsError',
  'SmsTypeError',
  'SmsAsyncOptionsError',
  'SmsInstanceExistsError',
] as const;

describe('an object that another copy of the package has made', () => {
  it.each(BRANDED)('is a %s all the same', (name) => {
    const ofOther: unknown = Object.create({ [Symbol.for(`nestjs-aliyun-sms.${name}`)]: true });
    expect(ofOther).toBeInstanceOf(face[name]);
    expect({}).not.toBeInstanceOf(face[name]);
  });
});
