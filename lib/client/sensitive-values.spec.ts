import { describe, expect, it } from 'vitest';
import { sensitiveValues } from './sensitive-values.js';

describe('the sensitive values of a call', () => {
  it.each<[string, Record<string, unknown>]>([
    ['SendSms', { PhoneNumbers: '13800138000,+8613900139000' }],
    ['SendBatchSms', { PhoneNumberJson: '["13800138000","8613900139000"]' }],
    ['a voice call', { CalledNumber: '13800138000', CalledShowNumber: '8613900139000' }],
    ['SMS abroad', { To: '13800138000,8613900139000' }],
    ['number verification', { PhoneNumber: '13800138000', MobileNumber: '8613900139000' }],
    [
      'a list of the SDK',
      { 'Mobiles.1.Mobile': '13800138000', 'Mobiles.2.Mobile': '8613900139000' },
    ],
    ['a list in a form', { Mobiles: [{ Mobile: '13800138000' }, { Mobile: 8613900139000 }] }],
  ])('know the phone numbers of %s', (_, form) => {
    const { values, phones } = sensitiveValues({ query: {}, form }, undefined);
    expect(phones.map((phone) => phone.slice(-11))).toEqual(['13800138000', '13900139000']);
    expect(values).toEqual([]);
  });

  it('take no other parameter for a phone number', () => {
    const query = { Token: '13800138000', Topic: 't' };
    const shown = {
      SignName: '某某科技',
      SignNameJson: '["某某科技"]',
      TemplateCode: 'SMS_1',
      OutId: 'order-1',
      BizId: '900019^0',
      SendDate: '20250601',
    };
    expect(sensitiveValues({ query: { ...query, ...shown } }, undefined)).toEqual({
      values: ['13800138000', 't'],
      phones: [],
    });
  });

  it('hold the values of a template one by one, and the account', () => {
    const query = { TemplateParam: '{"code":"1234","name":"张三"}' };
    const keys = { accessKeyId: 'id', accessKeySecret: 'secret', securityToken: 'token' };
    expect(sensitiveValues({ query }, keys).values).toEqual([
      '{"code":"1234","name":"张三"}',
      '1234',
      '张三',
      'id',
      'secret',
      'token',
    ]);
  });

  it('are some thousands at most, however much a call holds', () => {
    const many = Array.from({ length: 9_000 }, (_, i) => `value ${i}`);
    const { values } = sensitiveValues({ query: {}, form: { many } }, undefined);
    expect(values.length).toBeGreaterThan(1_000);
    expect(values.length).toBeLessThan(3_000);
  });

  it('hold what is within JSON, and the text of what only looks like it', () => {
    const query = { a: ' {"b":[{"c":"deep"}],"none":null}', d: '{no JSON', e: '[7]' };
    expect(sensitiveValues({ query }, undefined).values).toEqual([
      query.a,
      'deep',
      query.d,
      query.e,
      '7',
    ]);
  });
});
