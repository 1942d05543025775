import { BusinessError } from '../errors.js';
import type { EmulatorClock } from '../model/clock.js';
import { isMainlandNumber } from '../model/phone-number.js';

interface Window {
  readonly ms: number;
  readonly permits: number;
  readonly text: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** https://help.aliyun.com/document_detail/2881383.html; a day is a rolling 24 hours. */
const VERIFICATION: readonly Window[] = [
  { ms: MINUTE, permits: 1, text: '触发分钟级流控Permits:1' },
  { ms: HOUR, permits: 5, text: '触发小时级流控Permits:5' },
  { ms: DAY, permits: 10, text: '触发天级流控Permits:10' },
];
const NOTICE: readonly Window[] = [{ ms: DAY, permits: 50, text: '触发天级流控Permits:50' }];
const NUMBER: readonly Window[] = [{ ms: DAY, permits: 40, text: '触发号码天级流控Permits:40' }];

/** Keys that are remembered; the least recently used are dropped first. */
const MAX_KEYS = 50_000;

/** A message that asks for admission. */
export interface Submission {
  readonly phoneNumber: string;
  readonly signName: string;
  readonly templateCode: string;
  readonly isVerification: boolean;
}

/** Counts accepted messages for each number in rolling windows. */
export class FlowControl {
  readonly #clock: EmulatorClock;
  readonly #sent = new Map<string, number[]>();
  enabled: boolean;

  constructor(clock: EmulatorClock, enabled: boolean) {
    this.#clock = clock;
    this.enabled = enabled;
  }

  /** Counts all messages of a call, or counts none and throws the limit that is reached. */
  admit(submissions: readonly Submission[]): void {
    if (!this.enabled) return;
    const now = this.#clock.now();
    const counted: number[][] = [];
    for (const submission of submissions) {
      if (!isMainlandNumber(submission.phoneNumber)) continue;
      for (const [key, windows] of limitsOf(submission)) {
        const times = this.#timesOf(key, now);
        const full = windows.find(({ ms, permits }) => isFull(times, permits, now - ms));
        if (full) {
          for (const each of counted) each.pop();
          throw new BusinessError('isv.BUSINESS_LIMIT_CONTROL', full.text);
        }
        times.push(now);
        counted.push(times);
      }
    }
  }

  reset(): void {
    this.#sent.clear();
  }

  #timesOf(key: string, now: number): number[] {
    const times = this.#sent.get(key) ?? [];
    while (times.length > 0 && times[0]! <= now - DAY) times.shift();
    this.#sent.delete(key);
    this.#sent.set(key, times);
    if (this.#sent.size > MAX_KEYS) this.#sent.delete(this.#sent.keys().next().value!);
    return times;
  }
}

function limitsOf(submission: Submission): [string, readonly Window[]][] {
  const { phoneNumber, signName, templateCode, isVerification } = submission;
  if (!isVerification) return [[`n ${phoneNumber} ${templateCode} ${signName}`, NOTICE]];
  return [
    [`v ${phoneNumber} ${signName}`, VERIFICATION],
    [`p ${phoneNumber}`, NUMBER],
  ];
}

/** The times are in order, so it is enough to look at the one that took the first permit. */
function isFull(times: readonly number[], permits: number, since: number): boolean {
  const oldest = times.at(-permits);
  return oldest !== undefined && oldest > since;
}
