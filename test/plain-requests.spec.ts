import type { INestApplicationContext } from '@nestjs/common';
import {
  AliyunSms,
  AliyunSmsModule,
  type AddSmsSignRequest,
  type DysmsOperations,
  type SendSmsRequest,
  SmsParameterException,
} from 'nestjs-aliyun-sms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot, KEYS, rejectionOf } from './support/app.js';

describe('a plain request to sms.client', () => {
  let app: INestApplicationContext;
  let client: DysmsOperations;

  beforeAll(async () => {
    // Nothing listens there: a request that is refused is not written.
    app = await boot(AliyunSmsModule.forRoot({ ...KEYS, endpoint: '127.0.0.1:9', retry: false }));
    client = app.get(AliyunSms).client;
  });
  afterAll(() => app.close());

  it.each<[string, unknown, object]>([
    [
      'phoneNumber',
      { phoneNumber: '13800138000', signName: '某', templateCode: 'SMS_1' },
      { phoneNumber: [expect.stringMatching(/did you mean phoneNumbers\?$/)] },
    ],
    [
      "Aliyun's own name",
      { PhoneNumbers: '13800138000' },
      { PhoneNumbers: [expect.stringMatching(/did you mean phoneNumbers\?$/)] },
    ],
    [
      'a property of every object',
      JSON.parse('{"__proto__":{"phoneNumbers":"1"},"constructor":1,"toString":2}'),
      {
        ['__proto__']: [expect.stringMatching(/is no parameter of this request, which has outId/)],
        constructor: [expect.any(String)],
        toString: [expect.any(String)],
      },
    ],
    [
      'a name that may carry a secret',
      { 'code is 13800138000': 1 },
      { '(a name not shown)': [expect.any(String)] },
    ],
    ['nothing', undefined, { request: [expect.stringMatching(/such as \{ outId, phoneNumbers/)] }],
    ['a text', '13800138000', { request: [expect.any(String)] }],
    ['a list', [{}], { request: [expect.any(String)] }],
  ])('is refused with 46001 for %s', async (_, request, violations) => {
    const error = await rejectionOf(client.sendSms(request as SendSmsRequest));
    expect(error).toBeInstanceOf(SmsParameterException);
    const found = (error as SmsParameterException).violations;
    expect(Object.entries(found)).toEqual(Object.entries(violations));
    expect(error.message).not.toContain('13800138000');
  });

  it('is refused for a part of it, with the place', async () => {
    const signFileList = [{ fileContents: 'YQ==' }, { fileContent: 'Yg==' }];
    const of = (list: unknown) =>
      rejectionOf<SmsParameterException>(
        client.addSmsSign({ signFileList: list } as AddSmsSignRequest),
      );
    expect((await of(signFileList)).violations).toEqual({
      'signFileList[1].fileContent': [expect.stringMatching(/did you mean fileContents\?$/)],
    });
    expect((await of({ 0: {} })).violations).toEqual({ signFileList: ['must be a list'] });
    expect((await of([null])).violations).toEqual({
      'signFileList[0]': [expect.stringMatching(/^must be an object, such as \{ fileContents/)],
    });
  });

  it('may name what is undefined or null, which is left out', async () => {
    const error = await rejectionOf(
      client.sendSms({ phoneNumbers: undefined, phoneNumber: undefined } as SendSmsRequest),
    );
    expect(error).toMatchObject({ code: 46003, outcome: 'not-sent' });
  });
});
