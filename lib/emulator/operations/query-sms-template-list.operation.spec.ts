import { describe, expect, it } from 'vitest';
import { Sdk } from '../../../test/emulator/support/sdk.js';
import { useEmulator } from '../../../test/emulator/support/use-emulator.js';

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
