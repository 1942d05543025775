import { describe, expect, it } from 'vitest';
import { chinaDay, chinaTime, secondsToChinaMidnight } from './china-time.js';

describe('China time', () => {
  it('is eight hours ahead of UTC, in winter and in summer', () => {
    expect(chinaTime('2026-01-01T00:00:00.999Z')).toBe('2026-01-01 08:00:00');
    expect(chinaTime(Date.UTC(2026, 6, 1, 12))).toBe('2026-07-01 20:00:00');
  });

  it('begins its day at 16:00 UTC', () => {
    expect(chinaDay('2026-12-31T15:59:59Z')).toBe('20261231');
    expect(chinaDay('2026-12-31T16:00:00Z')).toBe('20270101');
  });

  it.each([
    ['2026-11-23T12:00:00+08:00', 43_200],
    ['2026-11-23T23:59:59+08:00', 1],
    ['2026-11-24T00:00:00+08:00', 86_400],
    ['2026-11-23T20:00:00Z', 72_000],
  ])('counts the seconds from %s to midnight', (time, seconds) => {
    expect(secondsToChinaMidnight(Date.parse(time))).toBe(seconds);
  });

  it('rounds a part of a second up, so that midnight is not expected too early', () => {
    expect(secondsToChinaMidnight(Date.parse('2026-11-23T23:59:58.500+08:00'))).toBe(2);
  });
});
