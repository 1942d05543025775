import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  describeSmsError,
  type LocalizedText,
  SmsRegistry,
  type SmsResultEvent,
  type SmsOutcome,
} from '../index.js';

const MAX_SENDS = 100;

/** A send as the page lists it. It holds no phone number in clear, no template value and no secret. */
export interface RecentSend {
  id: number;
  at: string;
  instance: string;
  template: string | null;
  recipients: number;
  to: string;
  outcome: SmsOutcome;
  duration: number;
  attempts: number;
  /** Name of the failover instance that tried this one. */
  attemptOf?: string;
  code?: number;
  aliyunCode?: string;
  reason?: string;
  message?: string;
  remedy?: LocalizedText;
  requestId?: string;
  bizId?: string;
  outId?: string;
}

/** Keeps the last sends of all instances, newest first. */
@Injectable()
export class RecentSends implements OnApplicationShutdown {
  #sends: RecentSend[] = [];
  #lastId = 0;
  readonly #unsubscribe: () => void;

  constructor(registry: SmsRegistry) {
    this.#unsubscribe = registry.observe({ onResult: (event) => this.#add(event) });
  }

  list(): readonly RecentSend[] {
    return this.#sends;
  }

  onApplicationShutdown(): void {
    this.#unsubscribe();
  }

  #add(event: SmsResultEvent): void {
    const { instance, send, outcome, duration, attempts, attemptOf, result, error } = event;
    const { aliyunCode, reason } = error ?? {};
    const requestId = (result ?? error)?.requestId;
    const sent: RecentSend = {
      id: ++this.#lastId,
      at: new Date(Date.now() - duration).toISOString(),
      instance,
      template: send?.template ?? null,
      recipients: send?.recipients ?? 0,
      to: send?.maskedRecipients() ?? '',
      outcome,
      duration: Math.round(duration),
      attempts,
      ...(attemptOf !== undefined && { attemptOf }),
      ...(error && { code: error.code, message: error.message }),
      ...(aliyunCode && { aliyunCode, remedy: describeSmsError(aliyunCode).remedy }),
      ...(reason && { reason }),
      ...(requestId && { requestId }),
      ...(result && { bizId: result.bizId }),
      ...(send && { outId: send.outId }),
    };
    this.#sends = [sent, ...this.#sends.slice(0, MAX_SENDS - 1)];
  }
}
