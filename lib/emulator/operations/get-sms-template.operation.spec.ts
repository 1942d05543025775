import { describe, expect, it } from 'vitest';
import { createTemplate } from '../../../test/emulator/support/reviews.js';
import { Sdk } from '../../../test/emulator/support/sdk.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';

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
