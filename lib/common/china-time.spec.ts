import { describe, expect, it } from 'vitest';
import { chinaDay, chinaTime } from './china-time.js';

describe('China time', () => {
  it('is eight hours ahead of UTC, in winter and in summer', () => {
    expect(chinaTime('2026-01-01T00:00:00.999Z')).toBe('2026-01-01 08:00:00');
    expect(chinaTime(Date.UTC(2026, 6, 1, 12))).toBe('2026-07-01 20:00:00');
  });

  it('begins its day at 16:00 UTC', () => {
    expect(chinaDay('2026-12-31T15:59:59Z')).toBe('20261231');
    expect(chinaDay('2026-12-31T16:00:00Z')).toBe('20270101');
  });
});
