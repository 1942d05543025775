import { describe, expect, it } from 'vitest';
import { createTemplate } from '../../../test/emulator/support/reviews.js';
import { Sdk } from '../../../test/emulator/support/sdk.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';

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
