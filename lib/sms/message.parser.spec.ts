import { validateSync } from 'class-validator';
import { plainToInstance } from 'class-transformer';
import { withoutFrames } from '../../test/contracts/without-frames.js';
import { SmsParameterException } from '../errors/sms-parameter.exception.js';
import { describe, expect, it } from 'vitest';
import { parseMessage } from './message.parser.js';
import { SendMessageDto } from './send-message.dto.js';
import type { SmsMessage } from './sms-message.js';

const VALID = {
  phoneList: ['13800138000'],
  params: { code: '123456' },
  verifyTemplateCode: 'SMS_123456789',
};

function violationsOf(message: unknown): Record<string, readonly string[]> {
  try {
    parseMessage(message as SmsMessage, undefined);
  } catch (error) {
    return (error as SmsParameterException).violations;
  }
  return {};
}

const BAD: [string, object, string][] = [
  ['no phoneList', { phoneList: undefined }, 'phoneList'],
  ['an empty phoneList', { phoneList: [] }, 'phoneList'],
  ['a phoneList that is a string', { phoneList: '13800138000' }, 'phoneList'],
  ['an object for a phoneList', { phoneList: { 0: '13800138000', length: 1 } }, 'phoneList'],
  ['a number for a phone', { phoneList: [13800138000] }, 'phoneList'],
  ['two numbers in one string', { phoneList: ['13800138000,13900139000'] }, 'phoneList'],
  ['one bad number among good ones', { phoneList: ['13800138000', '12'] }, 'phoneList'],
  ['more than 1000 numbers', { phoneList: Array(1001).fill('13800138000') }, 'phoneList'],
  ['a hole in the phoneList', { phoneList: Array(2) }, 'phoneList'],
  ['no params', { params: undefined }, 'params'],
  ['null for params', { params: null }, 'params'],
  ['params as JSON text', { params: '{"code":"1"}' }, 'params'],
  ['an array for params', { params: [] }, 'params'],
  ['a Map for params', { params: new Map() }, 'params'],
  ['an object as a value', { params: { code: {} } }, 'params'],
  ['null as a value', { params: { code: null } }, 'params'],
  ['NaN as a value', { params: { code: NaN } }, 'params'],
  ['Infinity as a value', { params: { code: Infinity } }, 'params'],
  ['a function as a value', { params: { toJSON: () => 'x' } }, 'params'],
  ['a bigint as a value', { params: { code: 1n } }, 'params'],
  [
    'an unsafe integer as a value',
    { params: { orderNo: Number('1234567890123456789') } },
    'params',
  ],
  ['a number that is written with an exponent', { params: { code: 1e21 } }, 'params'],
  ['a small fraction with an exponent', { params: { code: 1e-7 } }, 'params'],
  ['a fraction that was rounded', { params: { amount: 0.1 + 0.2 } }, 'params'],
  ['a lone surrogate as a value', { params: { code: '\ud800' } }, 'params'],
  ['no template', { verifyTemplateCode: undefined }, 'verifyTemplateCode'],
  ['an empty template', { verifyTemplateCode: ' ' }, 'verifyTemplateCode'],
  ['a number for a template', { verifyTemplateCode: 1 }, 'verifyTemplateCode'],
  ['a line break in the template', { verifyTemplateCode: 'SMS_1\nSMS_2' }, 'verifyTemplateCode'],
  ['a zero-width space for a template', { verifyTemplateCode: '\u200b' }, 'verifyTemplateCode'],
  ['a sign in brackets', { verifySign: '【某】' }, 'verifySign'],
  ['a sign with half a bracket', { verifySign: '某】' }, 'verifySign'],
  ['a line break in the sign', { verifySign: '某\n某' }, 'verifySign'],
  ['a control character in the sign', { verifySign: '某\0某' }, 'verifySign'],
  ['a line break in the outId', { outId: 'a\nb' }, 'outId'],
  ['an empty sign', { verifySign: '' }, 'verifySign'],
  ['a lone surrogate in the sign', { verifySign: '\udc00' }, 'verifySign'],
  ['a long outId', { outId: 'x'.repeat(256) }, 'outId'],
  ['an extension code with letters', { smsUpExtendCode: '9a' }, 'smsUpExtendCode'],
];

describe('a message', () => {
  it.each(BAD)('is refused for %s', (_, change, field) => {
    expect(Object.keys(violationsOf({ ...VALID, ...change }))).toEqual([field]);
  });

  it.each(BAD)('is refused by class-validator too for %s', (_, change, field) => {
    const dto = plainToInstance(SendMessageDto, { ...VALID, ...change });
    expect(validateSync(dto).map(({ property }) => property)).toEqual([field]);
  });

  it.each([undefined, null, 'text', 7, [], () => {}])('is refused for being %s', (message) => {
    expect(violationsOf(message)).toEqual({
      message: ['must be an object with phoneList, params and verifyTemplateCode'],
    });
  });

  it('is refused with every violation at once', () => {
    expect(Object.keys(violationsOf({ verifySign: 1, extra: 1 })).sort()).toEqual(
      ['extra', 'params', 'phoneList', 'verifySign', 'verifyTemplateCode'].sort(),
    );
  });

  it('is refused for a property that it does not have, which is usually a typing error', () => {
    expect(violationsOf({ ...VALID, templateCode: 'SMS_1' })).toEqual({
      templateCode: ['is not a property of a message: did you mean verifyTemplateCode?'],
    });
  });

  it.each(['__proto__', 'constructor', 'toString'])('is refused for a property %s', (name) => {
    const message: unknown = JSON.parse(`{"${name}":{"x":1}}`);
    const violations = violationsOf(
      Object.defineProperties({ ...VALID }, Object.getOwnPropertyDescriptors(message)),
    );
    expect(Object.keys(violations)).toEqual([name]);
  });

  it('is refused without showing the numbers and names that were given', () => {
    const error = new SmsParameterException(
      violationsOf({
        ...VALID,
        phoneList: ['+86138001'],
        13800138000: 1,
        params: { 13900139000: {} },
      }),
    );
    expect(JSON.stringify(error) + withoutFrames(error.stack!)).not.toMatch(/138001|13900139000/);
  });

  it('is refused with the reason for a number that is not exact, by name', () => {
    const one = violationsOf({
      ...VALID,
      params: { orderNo: Number('1234567890123456789'), a: 1 },
    });
    expect(one['params']![0]).toContain(' only: orderNo is not exact: give it as a string');
    const both = violationsOf({ ...VALID, params: { sum: 0.1 + 0.2, x: 1e21, bad: null } });
    expect(both['params']![0]).toMatch(/look at bad.*each of sum, x is not exact/);
    const secret = violationsOf({ ...VALID, params: { 13800138000: 1e21 } });
    expect(secret['params']![0]).toContain('(a name not shown) is not exact');
  });

  it.each([
    0,
    -1,
    99.5,
    0.001,
    123456789.012345,
    -0.0012345,
    Number.MAX_SAFE_INTEGER,
    -99999999999.25,
    -1234567890123.45,
  ])('is accepted with the exact number %s', (amount) => {
    const { params } = parseMessage({ ...VALID, params: { amount } }, undefined);
    expect(params).toEqual({ amount: String(amount) });
  });

  it.each([
    ['phoneList', undefined, 'is missing: give an array of phone numbers'],
    ['phoneList', null, 'is missing: give an array of phone numbers'],
    ['phoneList', '13800138000', 'must be an array of phone numbers'],
    ['phoneList', [], 'must not be empty'],
    ['params', undefined, 'is missing: give an object with the values of the template'],
    ['params', null, 'is missing: give an object with the values of the template'],
    ['params', [], 'must be an object'],
    ['verifyTemplateCode', undefined, 'is missing: give the code of a template'],
    ['verifyTemplateCode', null, 'is missing: give the code of a template'],
    ['verifyTemplateCode', 7, 'must be a string: the code of a template'],
    ['verifyTemplateCode', ' ', 'must not be empty: give the code of a template'],
    ['verifyTemplateCode', 'a\ud800', 'must be well-formed Unicode'],
    ['outId', 'x'.repeat(256), 'must be shorter than 256 characters'],
    ['signal', {}, 'must be an AbortSignal'],
    ['signal', { aborted: false }, 'must be an AbortSignal'],
    ['signal', { addEventListener: () => {} }, 'must be an AbortSignal'],
    ['smsUpExtendCode', '', 'must be a string of digits'],
    ['smsUpExtendCode', '1'.repeat(21), 'must be a string of digits'],
    ['smsUpExtendCode', 'a1', 'must be a string of digits'],
    ['smsUpExtendCode', 90999, 'must be a string of digits'],
  ])('is refused with what is wrong: %s %j', (field, value, text) => {
    const violations = violationsOf({ ...VALID, [field]: value });
    expect(violations).toEqual({ [field]: [expect.stringContaining(text)] });
  });

  it('is refused with the reason for a sign in brackets', () => {
    expect(violationsOf({ ...VALID, verifySign: '【某】' })['verifySign']![0]).toMatch(
      /without the brackets 【】/,
    );
  });

  it('says of numbers that are none why, without showing them', () => {
    const phoneList = ['13800138000', '1380013800a', '13', '1390013900b'];
    const [text] = violationsOf({ ...VALID, phoneList })['phoneList']!;
    expect(text).toContain('at [1], [2], [3] ([1] has letters; [2] is too short)');
    expect(text).not.toMatch(/13\d/);
  });

  it('is read without what is invisible at the ends of its texts', () => {
    const message = {
      ...VALID,
      verifyTemplateCode: ' SMS_1\r\n',
      verifySign: '\ufeff某某\u200b\n',
    };
    expect(parseMessage(message, undefined)).toMatchObject({ template: 'SMS_1', sign: '某某' });
    expect(violationsOf({ ...VALID, outId: ' order-1\n' })).toEqual({});
  });

  it('has one recipient for two spellings of a number', () => {
    const phoneList = [
      '+8860912345678',
      '+886 912 345 678',
      '13800138000\r',
      '１３８００１３８０００',
    ];
    expect(parseMessage({ ...VALID, phoneList }, undefined).phones).toEqual([
      '886912345678',
      '13800138000',
    ]);
  });

  it('names the places of bad numbers, and counts the rest', () => {
    const phoneList = ['13800138000', ...Array<string>(12).fill('1')];
    expect(violationsOf({ ...VALID, phoneList })['phoneList']![0]).toMatch(
      /at \[1\], .*\[10\] and 2 more/,
    );
  });

  it.each([
    {},
    { params: {} },
    { params: { a: 1, b: false, c: '' } },
    { params: Object.create(null) as object },
    { verifyTemplateCode: 'SMS_ORDER_NOTIFY' },
    { verifySign: '某某科技', outId: 'x'.repeat(255), smsUpExtendCode: '90999' },
    { verifySign: undefined, outId: null },
    { signal: new AbortController().signal },
  ])('is accepted with %j', (change) => {
    expect(violationsOf({ ...VALID, ...change })).toEqual({});
  });

  it('has its recipients normalised and without duplicates', () => {
    const phoneList = ['+8613800138000', '13800138000', '0086 138-0013-8000', '+852 5123 4567'];
    expect(parseMessage({ ...VALID, phoneList }, undefined).phones).toEqual([
      '13800138000',
      '85251234567',
    ]);
  });

  it('has the values that were checked, whatever a toJSON of their class would make of them', () => {
    class Params {
      [name: string]: string;
    }
    Object.defineProperty(Params.prototype, 'toJSON', { value: () => ({ code: {} }) });
    const params = Object.assign(new Params(), { code: '1' });
    expect(JSON.stringify(parseMessage({ ...VALID, params }, undefined).params)).toBe(
      '{"code":"1"}',
    );
  });

  it('has its values as strings', () => {
    const params = JSON.parse('{"n":1.5,"b":true,"s":"x","__proto__":"p"}') as Record<
      string,
      string
    >;
    expect(JSON.stringify(parseMessage({ ...VALID, params }, undefined).params)).toBe(
      '{"n":"1.5","b":"true","s":"x","__proto__":"p"}',
    );
  });
});
