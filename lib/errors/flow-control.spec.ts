import { describe, expect, it } from 'vitest';
import { flowControlRetryAfter } from './flow-control.js';

const LIMIT = 'isv.BUSINESS_LIMIT_CONTROL';
const DAY = 'isv.DAY_LIMIT_CONTROL';
const NOON = Date.parse('2026-11-23T12:00:00+08:00');

describe('flowControlRetryAfter', () => {
  it.each([
    ['触发分钟级流控Permits:1', 60],
    ['触发小时级流控Permits:5', 3_600],
    ['触发天级流控Permits:10', 86_400],
    ['触发号码天级流控Permits:40', 86_400],
  ])('reads the window from %s', (message, seconds) => {
    expect(flowControlRetryAfter(LIMIT, message, NOON)).toBe(seconds);
  });

  it('reads the window whatever number of permits the account has set', () => {
    expect(flowControlRetryAfter(LIMIT, '触发小时级流控Permits:20', NOON)).toBe(3_600);
  });

  it('does not guess a window from a wording it does not know', () => {
    expect(flowControlRetryAfter(LIMIT, '触发云通信流控限制', NOON)).toBeUndefined();
    expect(flowControlRetryAfter(LIMIT, '', NOON)).toBeUndefined();
  });

  it('waits for midnight in China when the daily cap of the account is reached', () => {
    expect(flowControlRetryAfter(DAY, '触发日发送限额', NOON)).toBe(43_200);
    expect(flowControlRetryAfter(DAY, '', NOON)).toBe(43_200);
  });

  it('says nothing about codes that are not flow control, even with such a text', () => {
    const message = '触发分钟级流控Permits:1';
    expect(flowControlRetryAfter('isv.MONTH_LIMIT_CONTROL', message, NOON)).toBeUndefined();
    expect(flowControlRetryAfter('OK', message, NOON)).toBeUndefined();
  });
});
