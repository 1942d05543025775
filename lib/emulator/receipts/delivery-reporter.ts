import { receiptOfMagicNumber } from '../magic/magic-numbers.js';
import type { EmulatorClock } from '../model/clock.js';
import type { EmulatorMessage } from '../model/message.wire.js';
import type { MessageStore } from '../model/message.store.js';
import type { Push } from '../model/push.wire.js';
import { RECEIPT_TEXTS } from '../model/receipt.js';
import { smsReport } from './push-items.js';
import type { Webhooks } from './webhooks.js';

export interface ReportOptions {
  /** `DELIVERED`, or the reason of the failure. @default 'DELIVERED' */
  errCode?: string;
  /** @default Aliyun's text for the code */
  errMsg?: string;
  /** How many times the report is pushed: Aliyun may push it more than once. @default 1 */
  copies?: number;
  /** Pushes each message's report by itself, the last one first. @default false */
  reversed?: boolean;
}

/** The receipt of a magic number comes this long after the message. */
const MAGIC_AFTER_MS = 1_000;

/** Reports the delivery of messages, as the carriers do, and pushes the reports. */
export class DeliveryReporter {
  readonly #clock: EmulatorClock;
  readonly #messages: MessageStore;
  readonly #webhooks: Webhooks;
  readonly #automaticAfter: number | null;

  constructor(
    clock: EmulatorClock,
    messages: MessageStore,
    webhooks: Webhooks,
    automaticAfter: number | null,
  ) {
    this.#clock = clock;
    this.#messages = messages;
    this.#webhooks = webhooks;
    this.#automaticAfter = automaticAfter;
  }

  /** Schedules the receipts that come without a request: of magic numbers, or of all messages. */
  scheduleFor(messages: readonly EmulatorMessage[]): void {
    const automatic = this.#automaticAfter === null ? undefined : 'DELIVERED';
    const byCode = new Map<string, EmulatorMessage[]>();
    for (const message of messages) {
      const errCode = receiptOfMagicNumber(message.phoneNumber) ?? automatic;
      if (errCode) byCode.set(errCode, [...(byCode.get(errCode) ?? []), message]);
    }
    const due = this.#clock.now() + (this.#automaticAfter ?? MAGIC_AFTER_MS);
    for (const [errCode, group] of byCode) {
      this.#clock.schedule(due, async () => {
        await this.report(group, { errCode });
      });
    }
  }

  /** Resolves with the pushes, after the first attempt of each; without an address there are none. */
  async report(
    messages: readonly EmulatorMessage[],
    { errCode = 'DELIVERED', errMsg, copies = 1, reversed = false }: ReportOptions = {},
  ): Promise<Push[]> {
    const reportedAt = new Date(this.#clock.now()).toISOString();
    for (const message of messages) {
      this.#messages.setReceipt(message, {
        state: errCode === 'DELIVERED' ? 'delivered' : 'failed',
        errCode,
        errMsg: errMsg ?? (Object.hasOwn(RECEIPT_TEXTS, errCode) ? RECEIPT_TEXTS[errCode]! : ''),
        reportedAt,
      });
    }
    const items = messages.map(smsReport);
    const batches = reversed ? items.toReversed().map((item) => [item]) : [items];
    const pushes: (Push | undefined)[] = [];
    for (let copy = 0; copy < copies; copy++) {
      for (const batch of batches) pushes.push(await this.#webhooks.push('SmsReport', batch));
    }
    return pushes.filter((push) => push !== undefined);
  }
}
