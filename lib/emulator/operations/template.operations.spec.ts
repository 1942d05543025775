import { describe, expect, it } from 'vitest';
import { createTemplate } from '../../../test/emulator/support/reviews.js';
import { Sdk } from '../../../test/emulator/support/sdk.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';

describe('CreateSmsTemplate', () => {
  const used = useEmulator();

  it('puts a template with a code of its own under review', async () => {
    const first = await createTemplate(used, { templateName: '登录' });
    const second = await createTemplate(used);
    expect(first).toMatchObject({ code: 'OK', templateName: '登录' });
    expect(first.templateCode).toMatch(/^SMS_\d{9}$/);
    expect(first.orderId).toMatch(/^\d+$/);
    expect(second.templateCode).not.toBe(first.templateCode);
    expect(used.emulator.templates()[1]).toMatchObject({
      templateCode: first.templateCode,
      state: 'reviewing',
      templateRule: { code: 'numberCaptcha' },
    });
  });

  it.each([
    ['a type that does not exist', { templateType: 4 }, 'isv.INVALID_PARAMETERS'],
    ['a name over 30 characters', { templateName: 'n'.repeat(31) }, 'isv.TEMPLATE_OVER_LIMIT'],
    ['a text over 500 characters', { templateContent: 'n'.repeat(501) }, 'isv.TEMPLATE_OVER_LIMIT'],
    ['rules that are not JSON', { templateRule: '{' }, 'isv.INVALID_PARAMETERS'],
  ])('refuses %s', async (_, fields, code) => {
    expect((await createTemplate(used, fields)).code).toBe(code);
    expect(used.emulator.templates()).toEqual([]);
  });
});

describe('UpdateSmsTemplate', () => {
  const used = useEmulator();
  const update = async (templateCode: string) => {
    const request = new Sdk.UpdateSmsTemplateRequest({
      templateCode,
      templateName: '新名',
      templateContent: '新的${code}',
      templateType: 0,
    });
    return (await used.sdk.updateSmsTemplate(request)).body!;
  };

  it('changes a rejected template, which is under review again', async () => {
    const { templateCode } = await createTemplate(used);
    await used.emulator.reviewTemplate(templateCode!, 'rejected', '错别字');
    expect(await update(templateCode!)).toMatchObject({ code: 'OK', templateName: '新名' });
    expect(used.emulator.templates()).toEqual([
      expect.objectContaining({ templateContent: '新的${code}', state: 'reviewing', reason: '' }),
    ]);
  });

  it('leaves alone what is under review or approved', async () => {
    const { templateCode } = await createTemplate(used);
    expect((await update(templateCode!)).code).toBe('isv.ERROR_TEMPLATE_NOT_MODIFY');
    await used.emulator.reviewTemplate(templateCode!, 'approved');
    expect((await update(templateCode!)).code).toBe('isv.ERROR_TEMPLATE_NOT_MODIFY');
  });

  it('refuses an unknown code', async () => {
    expect((await update('SMS_0')).code).toBe('isv.SMS_TEMPLATE_ILLEGAL');
  });
});

describe('DeleteSmsTemplate', () => {
  const used = useEmulator();
  const remove = async (templateCode: string) =>
    (await used.sdk.deleteSmsTemplate(new Sdk.DeleteSmsTemplateRequest({ templateCode }))).body!;

  it('deletes what has been reviewed, and not before', async () => {
    const templateCode = (await createTemplate(used)).templateCode!;
    expect((await remove(templateCode)).code).toBe('isv.ERROR_TEMPLATE_NOT_DELETE');
    await used.emulator.reviewTemplate(templateCode, 'approved');
    expect(await remove(templateCode)).toMatchObject({ code: 'OK', templateCode });
    expect((await remove(templateCode)).code).toBe('isv.SMS_TEMPLATE_ILLEGAL');
  });
});

describe('GetSmsTemplate', () => {
  const used = useEmulator();
  const get = async (templateCode: string) =>
    (await used.sdk.getSmsTemplate(new Sdk.GetSmsTemplateRequest({ templateCode }))).body!;

  it('gives type and state as strings, and the reason of a rejection', async () => {
    const { templateCode } = await createTemplate(used);
    expect(await get(templateCode!)).toMatchObject({ templateStatus: '0', templateType: '0' });
    await used.emulator.reviewTemplate(templateCode!, 'approved');
    expect(await get(templateCode!)).toMatchObject({ templateStatus: '1' });
    await used.emulator.reviewTemplate(templateCode!, 'rejected', '错别字');
    expect(await get(templateCode!)).toMatchObject({
      code: 'OK',
      templateStatus: '2',
      variableAttribute: '{"code":"numberCaptcha"}',
      auditInfo: { rejectInfo: '错别字' },
    });
  });

  it('refuses an unknown code', async () => {
    expect((await get('SMS_0')).code).toBe('isv.SMS_TEMPLATE_ILLEGAL');
  });
});

describe('QuerySmsTemplateList', () => {
  const used = useEmulator();
  const list = async (fields = {}) =>
    (await used.sdk.querySmsTemplateList(new Sdk.QuerySmsTemplateListRequest(fields))).body!;

  it('numbers the types its own way and spells the states as Aliyun does', async () => {
    const states = ['reviewing', 'approved', 'rejected', 'cancelled'] as const;
    states.forEach((state, type) =>
      used.emulator.putTemplate({
        templateCode: `SMS_${type}`,
        templateContent: 'x',
        templateType: type as 0 | 1 | 2 | 3,
        state,
        reason: '原因',
      }),
    );
    const body = await list();
    expect(body.totalCount).toBe(4);
    expect(
      body
        .smsTemplateList!.toReversed()
        .map((each) => [each.templateType, each.outerTemplateType, each.auditStatus]),
    ).toEqual([
      [2, 0, 'AUDIT_STATE_INIT'],
      [0, 1, 'AUDIT_STATE_PASS'],
      [1, 2, 'AUDIT_STATE_NOT_PASS'],
      [6, 3, 'AUDIT_SATE_CANCEL'],
    ]);
    expect(body.smsTemplateList![1]!.reason).toMatchObject({ rejectInfo: '原因' });
  });

  it('pages', async () => {
    for (const code of ['a', 'b', 'c']) {
      used.emulator.putTemplate({ templateCode: code, templateContent: code });
    }
    const body = await list({ pageIndex: 2, pageSize: 2 });
    expect(body).toMatchObject({ totalCount: 3, currentPage: 2, pageSize: 2 });
    expect(body.smsTemplateList!.map((each) => each.templateCode)).toEqual(['a']);
    expect((await list({ pageSize: 51 })).code).toBe('isv.INVALID_PARAMETERS');
  });
});
