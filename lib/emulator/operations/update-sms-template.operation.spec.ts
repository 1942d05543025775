import { describe, expect, it } from 'vitest';
import { createTemplate } from '../../../test/emulator/support/reviews.js';
import { Sdk } from '../../../test/emulator/support/sdk.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';

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
