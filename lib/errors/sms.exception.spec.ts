import { describe, expect, it, vi } from 'vitest';
import { SmsParameterException } from './sms-parameter.exception.js';
import { SmsRejectedException } from './sms-rejected.exception.js';
import { SmsException } from './sms.exception.js';

const REJECTION = { aliyunCode: 'isv.OUT_OF_SERVICE', aliyunMessage: 'out of service' };

async function importCopy() {
  vi.resetModules();
  return import('./sms-rejected.exception.js');
}

describe('instanceof', () => {
  it('recognises an exception of another copy of the package by its code', async () => {
    const copy = await importCopy();
    expect(copy.SmsRejectedException).not.toBe(SmsRejectedException);
    const error = new copy.SmsRejectedException(REJECTION);
    expect(error).toBeInstanceOf(SmsException);
    expect(error).toBeInstanceOf(SmsRejectedException);
    expect(error).not.toBeInstanceOf(SmsParameterException);
  });

  it("recognises a user's own subclass by the class alone", () => {
    class OwnException extends SmsRejectedException {}
    expect(new OwnException(REJECTION)).toBeInstanceOf(OwnException);
    expect(new OwnException(REJECTION)).toBeInstanceOf(SmsRejectedException);
    expect(new SmsRejectedException(REJECTION)).not.toBeInstanceOf(OwnException);
  });

  it('recognises nothing else', () => {
    expect(new Error('x')).not.toBeInstanceOf(SmsException);
    expect({ code: 46002 } as unknown).not.toBeInstanceOf(SmsRejectedException);
    expect(undefined).not.toBeInstanceOf(SmsRejectedException);
  });
});
