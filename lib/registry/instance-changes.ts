import { Logger } from '@nestjs/common';
import type { SmsInstanceChange } from './sms-instance-info.interface.js';

type Listener = (change: SmsInstanceChange) => void;

/** Tells of instances that come and go, and keeps the faults of those who listen away from them. */
export class InstanceChanges {
  readonly #listeners = new Set<Listener>();

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(change: SmsInstanceChange): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        const kind = error instanceof Error ? error.constructor.name : typeof error;
        new Logger('AliyunSms').warn(`A listener of onChange threw ${kind}; the change stands`);
      }
    }
  }
}
