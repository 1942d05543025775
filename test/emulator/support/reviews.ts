import { Sdk } from './sdk.js';
import type { Used } from './use-emulator.js';

export async function createTemplate({ sdk }: Used, fields = {}) {
  const request = new Sdk.CreateSmsTemplateRequest({
    templateName: '验证码',
    templateContent: '验证码为：${code}',
    templateType: 0,
    templateRule: '{"code":"numberCaptcha"}',
    relatedSignName: '甲',
    ...fields,
  });
  return (await sdk.createSmsTemplate(request)).body!;
}

export async function createSign({ sdk }: Used, fields = {}) {
  const request = new Sdk.CreateSmsSignRequest({
    signName: '甲',
    signSource: 0,
    qualificationId: 1,
    ...fields,
  });
  return (await sdk.createSmsSign(request)).body!;
}
