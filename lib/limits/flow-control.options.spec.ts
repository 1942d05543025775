import { describe, expect, it } from 'vitest';
import { ALIYUN_LIMITS, limitsIssues, MemoryLimitStore } from './index.js';

const WINDOW = { limit: 1, windowMs: 60_000, by: 'phone' };

describe('limitsIssues', () => {
  it.each([
    ['aliyun'],
    [[WINDOW]],
    [{}],
    [{ windows: 'aliyun', kind: 'notification', kinds: { SMS_1: 'promotion' } }],
    [{ windows: [WINDOW], exempt: ['13800138000', '+86 138-0013-8000'], countForeign: true }],
    [{ windows: ALIYUN_LIMITS, store: new MemoryLimitStore(), storeTimeout: 50 }],
    [{ onStoreError: 'refuse', kind: undefined }],
  ])('finds no issue in %j', (limits) => {
    expect(limitsIssues(limits)).toEqual([]);
  });

  it.each([
    ['aliyn', "limits must be 'aliyun', a list of windows, or an object of options"],
    [null, "limits must be 'aliyun', a list of windows, or an object of options"],
    [[{ ...WINDOW, limit: 0 }], 'limits[0].limit must be a whole number from 1'],
    [[WINDOW, { ...WINDOW, windowMs: '60' }], 'limits[1].windowMs must be a whole number from 1'],
    [
      [{ ...WINDOW, by: 'sign' }],
      'limits[0].by must be one of phone, sign+phone, sign+template+phone',
    ],
    [[{ limit: 1, by: 'phone' }], 'limits[0].windowMs is missing'],
    [['1/min'], 'limits[0] must be an object with limit, windowMs, by'],
    [{ window: 'aliyun' }, 'limits.window is not an option'],
    [{ windows: { verification: [], notification: [] } }, 'limits.windows.promotion is missing'],
    [{ windows: 7 }, 'limits.windows must be an object with verification, notification, promotion'],
    [{ kind: 'otp' }, 'limits.kind must be one of verification, notification, promotion'],
    [
      { kinds: { SMS_1: 'otp' } },
      'limits.kinds.SMS_1 must be one of verification, notification, promotion',
    ],
    [{ kinds: [] }, 'limits.kinds must be an object of template codes and kinds'],
    [{ exempt: '13800138000' }, 'limits.exempt must be a list of phone numbers'],
    [{ countForeign: 'yes' }, 'limits.countForeign must be true or false'],
    [{ store: {} }, 'limits.store must be a store with reserve() and release()'],
    [{ onStoreError: 'throw' }, 'limits.onStoreError must be one of allow, refuse'],
    [{ storeTimeout: 0.5 }, 'limits.storeTimeout must be a whole number from 1'],
  ])('says what is wrong with %j', (limits, issue) => {
    expect(limitsIssues(limits)).toEqual([issue]);
  });

  it('names every issue at once', () => {
    expect(limitsIssues({ windows: [{ limit: 0 }], kind: 1, x: 1 })).toHaveLength(5);
  });

  it('does not repeat a text that is not a phone number', () => {
    expect(limitsIssues({ exempt: ['138 0013 800'] })).toEqual([
      'limits.exempt[0] must be a phone number, such as 13800138000 or +85251234567',
    ]);
  });
});
