import { describe, expect, it } from 'vitest';
import { createSign } from '../../../test/emulator/support/reviews.js';
import { Sdk } from '../../../test/emulator/support/sdk.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';

describe('GetSmsSign', () => {
  const used = useEmulator();
  const get = async () =>
    (await used.sdk.getSmsSign(new Sdk.GetSmsSignRequest({ signName: '甲' }))).body!;

  it('gives the state as a number, and the reason of a rejection', async () => {
    await createSign(used);
    expect(await get()).toMatchObject({ code: 'OK', signStatus: 0 });
    await used.emulator.reviewSign('甲', 'rejected', '资质不符');
    expect(await get()).toMatchObject({ signStatus: 2, auditInfo: { rejectInfo: '资质不符' } });
  });

  it('refuses an unknown name', async () => {
    expect((await get()).code).toBe('isv.SMS_SIGNATURE_ILLEGAL');
  });
});
