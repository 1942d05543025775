import type { SmsVerdict } from '../../sms/sms-hooks.js';
import type { BulkProgress } from './bulk.options.js';

/** Counts the messages of a bulk send and tells of its progress. */
export class BulkTally {
  read = 0;
  calls = 0;
  #done = 0;
  readonly #verdicts: Record<SmsVerdict, number> = {
    accepted: 0,
    refused: 0,
    'not-sent': 0,
    unknown: 0,
    invalid: 0,
  };

  constructor(private readonly onProgress: ((progress: BulkProgress) => void) | undefined) {}

  count(verdict: SmsVerdict, messages: number): void {
    this.#verdicts[verdict] += messages;
    this.#done += messages;
    this.onProgress?.({
      ...this.#verdicts,
      read: this.read,
      done: this.#done,
      calls: this.calls,
    });
  }
}
