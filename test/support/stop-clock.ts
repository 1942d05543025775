import { afterEach, beforeEach, vi } from 'vitest';

/** Far from midnight in China, where the records of one send may be those of two days. */
export const NOON_IN_CHINA = new Date('2026-11-25T04:00:00Z');

/** Stops the clock of the system at noon in China for each test of a suite. Timers run on. */
export function stopClock(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOON_IN_CHINA }));
  afterEach(() => void vi.useRealTimers());
}
