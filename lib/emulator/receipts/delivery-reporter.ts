import type { EmulatorClock } from '../model/clock.js';
import { receiptOfMagicNumber } from '../magic/magic-receipts.js';
import type { EmulatorMessage } from '../model/message.js';
import type { MessageStore } from '../model/message.store.js';
import type { Push } from '../model/push.js';
import { smsReport } from './push-items.js';
import type { Pusher } from './webhooks.js';
import { RECEIPT_TEXTS } from '../model/receipt.js';

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

/** A magic number's receipt comes this long after the message. */
const MAGIC_AFTER_MS = 1_000;

/** Says what became of messages, as the carriers would, and pushes it. */
export class ReceiptDesk {
  constructor(
    private readonly clock: EmulatorClock,
    private readonly messages: MessageStore,
    private readonly pusher: Pusher,
    private readonly automaticAfter: number | null,
  ) {}

  /** Plans the receipts that come by themselves. */
  messagesSent(messages: readonly EmulatorMessage[]): void {
    const byCode = new Map<string, EmulatorMessage[]>();
    for (const message of messages) {
      const errCode = receiptOfMagicNumber(message.phoneNumber) ?? this.automatic();
      if (errCode) byCode.set(errCode, [...(byCode.get(errCode) ?? []), message]);
    }
    for (const [errCode, group] of byCode) {
      this.clock.schedule(this.clock.now() + (this.automaticAfter ?? MAGIC_AFTER_MS), async () => {
        await this.report(group, { errCode });
      });
    }
  }

  /** Resolves with the pushes, after the first attempt of each; none without an address. */
  async report(
    messages: readonly EmulatorMessage[],
    { errCode = 'DELIVERED', errMsg, copies = 1, reversed = false }: ReportOptions = {},
  ): Promise<Push[]> {
    const reportedAt = new Date(this.clock.now()).toISOString();
    for (const message of messages) {
      this.messages.setReceipt(message, {
        state: errCode === 'DELIVERED' ? 'delivered' : 'failed',
        errCode,
        errMsg: errMsg ?? RECEIPT_TEXTS[errCode] ?? '',
        reportedAt,
      });
    }
    const items = messages.map(smsReport);
    const batches = reversed ? items.toReversed().map((item) => [item]) : [items];
    const pushes: (Push | undefined)[] = [];
    for (let copy = 0; copy < copies; copy++) {
      for (const batch of batches) pushes.push(await this.pusher.push('SmsReport', batch));
    }
    return pushes.filter((push) => push !== undefined);
  }

  private automatic(): string | undefined {
    return this.automaticAfter === null ? undefined : 'DELIVERED';
  }
}
