import { describe, expect, it } from 'vitest';
import { Sdk } from '../../../test/emulator/support/sdk.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';

describe('UpdateSmsSign', () => {
  const used = useEmulator();
  const update = async () => {
    const request = new Sdk.UpdateSmsSignRequest({
      signName: '甲',
      signSource: 2,
      qualificationId: 1,
      remark: '新',
    });
    return (await used.sdk.updateSmsSign(request)).body!;
  };

  it.each(['approved', 'rejected'] as const)('changes one that is %s', async (state) => {
    used.emulator.putSign({ signName: '甲', state });
    expect(await update()).toMatchObject({ code: 'OK', signName: '甲' });
    expect(used.emulator.signs()[0]).toMatchObject({ remark: '新', state: 'reviewing' });
  });

  it('leaves alone what is under review, and refuses an unknown name', async () => {
    expect((await update()).code).toBe('isv.SMS_SIGNATURE_ILLEGAL');
    used.emulator.putSign({ signName: '甲', state: 'reviewing' });
    expect((await update()).code).toBe('isv.ERROR_SIGN_NOT_MODIFY');
  });
});
