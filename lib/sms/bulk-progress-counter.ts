import type { SmsOutcome } from '../errors/sms.exception.js';
import type { BulkProgress } from './bulk.options.js';

/** Counts the messages of a bulk send and reports its progress. */
export class BulkProgressCounter {
  read = 0;
  calls = 0;
  #done = 0;
  readonly #onProgress: ((progress: BulkProgress) => void) | undefined;
  readonly #outcomes: Record<SmsOutcome, number> = {
    accepted: 0,
    refused: 0,
    'not-sent': 0,
    unknown: 0,
    invalid: 0,
  };

  constructor(onProgress: ((progress: BulkProgress) => void) | undefined) {
    this.#onProgress = onProgress;
  }

  count(outcome: SmsOutcome, messages: number): void {
    this.#outcomes[outcome] += messages;
    this.#done += messages;
    this.#onProgress?.({
      ...this.#outcomes,
      read: this.read,
      done: this.#done,
      calls: this.calls,
    });
  }
}
