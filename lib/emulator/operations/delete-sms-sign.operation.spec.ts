import { describe, expect, it } from 'vitest';
import { Sdk } from '../../../test/emulator/support/sdk.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';

describe('DeleteSmsSign', () => {
  const used = useEmulator();
  const remove = async () =>
    (await used.sdk.deleteSmsSign(new Sdk.DeleteSmsSignRequest({ signName: '甲' }))).body!;

  it('deletes what has been reviewed, and not before', async () => {
    used.emulator.putSign({ signName: '甲', state: 'reviewing' });
    expect((await remove()).code).toBe('isv.ERROR_SIGN_NOT_DELETE');
    await used.emulator.reviewSign('甲', 'approved');
    expect(await remove()).toMatchObject({ code: 'OK', signName: '甲' });
    expect((await remove()).code).toBe('isv.SMS_SIGNATURE_ILLEGAL');
  });
});
