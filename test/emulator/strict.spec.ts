import { describe, expect, it } from 'vitest';
import { Sdk, sendSmsRequest } from './support/sdk.js';
import { useEmulator } from './support/use-emulator.js';

describe('Strict mode', () => {
  const used = useEmulator({
    strict: true,
    flowControl: false,
    signs: [
      '通用',
      { signName: '验证', signType: 0 },
      { signName: '审核中', state: 'reviewing' },
      { signName: '被拒', state: 'rejected' },
    ],
    templates: [
      { templateCode: 'CODE', templateContent: '验证码${code}', templateType: 0 },
      {
        templateCode: 'DIGITS',
        templateContent: '验证码${code}',
        templateType: 0,
        templateRule: { code: 'numberCaptcha' },
      },
      { templateCode: 'NOTICE', templateContent: '您好${name}，${text}', templateType: 1 },
      { templateCode: 'ABROAD', templateContent: 'Hello ${name}', templateType: 3 },
      { templateCode: 'NEW', templateContent: '新', state: 'reviewing' },
    ],
  });

  type Fields = Parameters<typeof sendSmsRequest>[0];
  const code = async (fields: Fields) =>
    (await used.sdk.sendSms(sendSmsRequest({ signName: '通用', templateCode: 'CODE', ...fields })))
      .body!.code;

  const accepted: [string, Fields][] = [
    ['a code of letters and digits', { templateParam: '{"code":"a1B2"}' }],
    ['a verification signature with a verification template', { signName: '验证' }],
    ['a notice', { templateCode: 'NOTICE', templateParam: '{"name":"张三","text":"好"}' }],
    [
      'a text abroad',
      {
        templateCode: 'ABROAD',
        phoneNumbers: '+18625550100',
        templateParam: '{"name":"Ann at http://a.example, forty characters long"}',
      },
    ],
  ];
  it.each(accepted)('accepts %s', async (_, fields) => {
    expect(await code(fields)).toBe('OK');
  });

  const notice = (text: string): Fields => ({
    templateCode: 'NOTICE',
    templateParam: JSON.stringify({ name: '张三', text }),
  });
  const refused: [string, string, Fields][] = [
    ['an unknown signature', 'isv.SMS_SIGNATURE_ILLEGAL', { signName: '谁' }],
    ['a signature under review', 'isv.SMS_SIGNATURE_ILLEGAL', { signName: '审核中' }],
    ['a rejected signature', 'isv.SMS_SIGNATURE_ILLEGAL', { signName: '被拒' }],
    [
      'a verification signature with a notice',
      'isv.SMS_SIGNATURE_SCENE_ILLEGAL',
      { ...notice('好'), signName: '验证' },
    ],
    ['an unknown template', 'isv.SMS_TEMPLATE_ILLEGAL', { templateCode: 'SMS_0' }],
    ['a template under review', 'isv.SMS_TEMPLATE_ILLEGAL', { templateCode: 'NEW' }],
    ['no values', 'isv.TEMPLATE_MISSING_PARAMETERS', { templateParam: undefined }],
    ['an empty value', 'isv.TEMPLATE_MISSING_PARAMETERS', { templateParam: '{"code":""}' }],
    [
      'a missing variable',
      'isv.TEMPLATE_MISSING_PARAMETERS',
      { templateCode: 'NOTICE', templateParam: '{"name":"张三"}' },
    ],
    ['a number for a value', 'isv.INVALID_JSON_PARAM', { templateParam: '{"code":123456}' }],
    ['a code in Chinese', 'isv.INVALID_PARAMETERS', { templateParam: '{"code":"一二三四"}' }],
    ['a code of three', 'isv.PARAM_LENGTH_LIMIT', { templateParam: '{"code":"123"}' }],
    ['a code of seven', 'isv.PARAM_LENGTH_LIMIT', { templateParam: '{"code":"1234567"}' }],
    [
      'letters where the template says digits',
      'isv.TEMPLATE_PARAMS_ILLEGAL',
      { templateCode: 'DIGITS', templateParam: '{"code":"a1B2"}' },
    ],
    [
      'a second key of a verification template',
      'template_parameter_count_illegal',
      { templateParam: '{"code":"1234","more":"1"}' },
    ],
    ['a value of 36 characters', 'isv.PARAM_LENGTH_LIMIT', notice('长'.repeat(36))],
    ['a URL in a value', 'isv.PARAM_NOT_SUPPORT_URL', notice('https://a.example')],
    ['an emoji in a value', 'isv.UNSUPPORTED_CONTENT', notice('😀')],
    ['brackets in a value', 'isv.UNSUPPORTED_CONTENT', notice('【x】')],
    ['a number abroad', 'isv.MOBILE_NUMBER_ILLEGAL', { phoneNumbers: '85251234567' }],
    [
      'a number at home with a template for abroad',
      'isv.DOMESTIC_NUMBER_NOT_SUPPORTED',
      { templateCode: 'ABROAD', templateParam: '{"name":"Ann"}' },
    ],
  ];
  it.each(refused)('refuses %s with %s', async (_, expected, fields) => {
    expect(await code(fields)).toBe(expected);
    expect(used.emulator.messages()).toEqual([]);
  });

  it('takes 35 characters, 【】 counted with the whole text alone', async () => {
    expect(await code(notice('长'.repeat(35)))).toBe('OK');
  });

  it('judges each letter of a batch by its own signature', async () => {
    const { body } = await used.sdk.sendBatchSms(
      new Sdk.SendBatchSmsRequest({
        phoneNumberJson: '["13900001234","13900001235"]',
        signNameJson: '["通用","谁"]',
        templateCode: 'CODE',
        templateParamJson: '[{"code":"1111"},{"code":"2222"}]',
      }),
    );
    expect(body!.code).toBe('isv.SMS_SIGNATURE_ILLEGAL');
    expect(used.emulator.messages()).toEqual([]);
  });

  it('lets what was applied for pass once it is approved', async () => {
    expect(await code({ signName: '审核中' })).toBe('isv.SMS_SIGNATURE_ILLEGAL');
    await used.emulator.reviewSign('审核中', 'approved');
    expect(await code({ signName: '审核中' })).toBe('OK');
  });
});
