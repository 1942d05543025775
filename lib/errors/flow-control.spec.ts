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
    const at = (time: string) => flowControlRetryAfter(DAY, '触发日发送限额', Date.parse(time));
    expect(at('2026-11-23T12:00:00+08:00')).toBe(43_200);
    expect(at('2026-11-23T23:59:59+08:00')).toBe(1);
    expect(at('2026-11-24T00:00:00+08:00')).toBe(86_400);
    expect(at('2026-11-23T20:00:00Z')).toBe(72_000);
  });

  it('rounds a part of a second up, so that the repeat is not too early', () => {
    expect(flowControlRetryAfter(DAY, '', Date.parse('2026-11-23T23:59:58.500+08:00'))).toBe(2);
  });

  it('says nothing about codes that are not flow control, even with such a text', () => {
    const message = '触发分钟级流控Permits:1';
    expect(flowControlRetryAfter('isv.MONTH_LIMIT_CONTROL', message, NOON)).toBeUndefined();
    expect(flowControlRetryAfter('OK', message, NOON)).toBeUndefined();
  });
});
