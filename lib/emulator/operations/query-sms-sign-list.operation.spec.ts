import { describe, expect, it } from 'vitest';
import { Sdk } from '../../../test/emulator/support/sdk.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';

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
