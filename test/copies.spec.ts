import {
  AliyunSms,
  FailoverSms,
  LimitStoreError,
  ProviderSms,
  Sms,
  SmsAsyncOptionsError,
  SmsConfigurationError,
  SmsElementsError,
  SmsException,
  SmsInstanceExistsError,
  SmsParameterException,
  SmsRejectedException,
  SmsRequestException,
  SmsSetupError,
  SmsTypeError,
} from 'nestjs-aliyun-sms';
import { describe, expect, it } from 'vitest';

// What applications and other packages ask with instanceof, while their copy of this package may be another one.
const BRANDED = {
  Sms,
  ProviderSms,
  AliyunSms,
  FailoverSms,
  LimitStoreError,
  SmsException,
  SmsParameterException,
  SmsRejectedException,
  SmsRequestException,
  SmsSetupError,
  SmsConfigurationError,
  SmsElementsError,
  SmsTypeError,
  SmsAsyncOptionsError,
  SmsInstanceExistsError,
};

describe('an object that another copy of the package has made', () => {
  it.each(Object.entries(BRANDED))('is a %s all the same', (name, type) => {
    const ofOther: unknown = Object.create({ [Symbol.for(`nestjs-aliyun-sms.${name}`)]: true });
    expect(ofOther).toBeInstanceOf(type);
    expect({}).not.toBeInstanceOf(type);
  });
});
