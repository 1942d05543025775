import { Logger } from '@nestjs/common';
import type { SmsException } from '../errors/sms.exception.js';
import { SmsErrorCode } from '../errors/sms-error-code.enum.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { SendMessageResult } from './send-message.result.js';
import type { SmsHooks, SmsResultEvent, SmsSendEvent, SmsVerdict } from './sms-hooks.js';

/** Tells the hooks of an instance about its sends, and keeps their faults away from them. */
export class SendWatch {
  constructor(
    private readonly instance: string,
    private readonly hooks: readonly SmsHooks[],
    /** Those who watch the sends of all instances, and may come and go. */
    private readonly observers: ReadonlySet<SmsHooks>,
  ) {}

  started(send: SmsSendEvent): void {
    this.#tell((hook) => hook.onSend?.(send));
  }

  ended(
    send: SmsSendEvent | undefined,
    outcome: SendMessageResult | SmsException,
    { startedAt, attempts }: { startedAt: number; attempts: number },
  ): void {
    if (this.hooks.length === 0 && this.observers.size === 0) return;
    const failed = outcome instanceof Error;
    const event: SmsResultEvent = {
      instance: this.instance,
      ...(send && { send }),
      verdict: failed ? verdictOf(outcome) : 'accepted',
      duration: performance.now() - startedAt,
      attempts,
      ...(failed ? { error: outcome } : { result: outcome }),
    };
    this.#tell((hook) => hook.onResult?.(event));
  }

  #tell(call: (hook: SmsHooks) => unknown): void {
    for (const hook of this.hooks) this.#guard(() => call(hook));
    for (const hook of this.observers) this.#guard(() => call(hook));
  }

  #guard(call: () => unknown): void {
    try {
      // A hook may be an async function, whose fault would otherwise end the process.
      const outcome = call();
      if (outcome instanceof Promise) outcome.catch((error: unknown) => this.#warn(error));
    } catch (error) {
      this.#warn(error);
    }
  }

  #warn(error: unknown): void {
    const kind = error instanceof Error ? error.constructor.name : typeof error;
    new Logger('AliyunSms').warn(
      `A hook of instance ${this.instance} threw ${kind}; the send goes on`,
    );
  }
}

/** What an exception proves of its send. */
export function verdictOf(error: SmsException): SmsVerdict {
  if (error instanceof SmsRequestException) return error.outcome;
  return error.code === SmsErrorCode.Rejected ? 'refused' : 'invalid';
}
