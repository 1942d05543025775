import { describe, expect, it } from 'vitest';
import { createSign } from '../../../test/emulator/support/reviews.js';
import { Sdk } from '../../../test/emulator/support/sdk.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';

describe('CreateSmsSign', () => {
  const used = useEmulator();

  it('puts a signature under review', async () => {
    expect(await createSign(used)).toMatchObject({ code: 'OK', signName: '甲' });
    expect(used.emulator.signs()).toEqual([
      expect.objectContaining({ signName: '甲', signType: 1, state: 'reviewing' }),
    ]);
  });

  it.each([
    ['brackets in the name', { signName: '【甲】' }, 'isv.SIGN_NAME_ILLEGAL'],
    ['a source that does not exist', { signSource: 9 }, 'isv.INVALID_PARAMETERS'],
    ['a remark over 200 characters', { remark: 'n'.repeat(201) }, 'isv.SIGN_OVER_LIMIT'],
  ])('refuses %s', async (_, fields, code) => {
    expect((await createSign(used, fields)).code).toBe(code);
  });

  it('refuses a name that is there', async () => {
    used.emulator.putSign('甲');
    expect((await createSign(used)).code).toBe('isv.SIGN_NAME_ILLEGAL');
  });
});

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

describe('QuerySmsSignList', () => {
  const used = useEmulator();

  it('lists names, states and kinds', async () => {
    used.emulator.putSign({ signName: '甲', signType: 0 });
    used.emulator.putSign({ signName: '乙', state: 'rejected', reason: '原因' });
    const { body } = await used.sdk.querySmsSignList(new Sdk.QuerySmsSignListRequest({}));
    expect(body!.totalCount).toBe(2);
    expect(
      body!.smsSignList!.map((each) => [each.signName, each.auditStatus, each.businessType]),
    ).toEqual([
      ['乙', 'AUDIT_STATE_NOT_PASS', '通用类型'],
      ['甲', 'AUDIT_STATE_PASS', '验证码类型'],
    ]);
    expect(body!.smsSignList![0]!.reason).toMatchObject({ rejectInfo: '原因' });
  });
});
