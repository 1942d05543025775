import { Logger } from '@nestjs/common';
import { errorKind } from '../common/error-facts.js';
import { SmsException } from '../errors/sms.exception.js';
import type { SendMessageResult } from './sms-message.js';
import type { SmsHooks, SmsResultEvent, SmsSendEvent } from './sms-hooks.js';

/** When a send began, and how many requests were made for it. */
interface SendTrace {
  readonly startedAt: number;
  readonly attempts: number;
}

/** Calls the hooks of an instance for each of its sends. A hook that throws does not reach the send. */
export class HookRunner {
  readonly #instance: string;
  readonly #hooks: readonly SmsHooks[];
  readonly #observers: ReadonlySet<SmsHooks>;

  /** @param observers hooks for the sends of all instances, which may come and go */
  constructor(instance: string, hooks: readonly SmsHooks[], observers: ReadonlySet<SmsHooks>) {
    this.#instance = instance;
    this.#hooks = hooks;
    this.#observers = observers;
  }

  notifyStart(send: SmsSendEvent): void {
    this.#callAll((hook) => hook.onSend?.(send));
  }

  /** @param attemptOf the failover of a message that was not valid, so that there is no `send` */
  notifyResult(
    send: SmsSendEvent | undefined,
    end: SendMessageResult | SmsException,
    { startedAt, attempts }: SendTrace,
    attemptOf = send?.attemptOf,
  ): void {
    if (this.#hooks.length === 0 && this.#observers.size === 0) return;
    const failed = end instanceof SmsException;
    const event: SmsResultEvent = {
      instance: this.#instance,
      ...(send && { send }),
      outcome: failed ? end.outcome : 'accepted',
      duration: performance.now() - startedAt,
      attempts,
      ...(attemptOf !== undefined && { attemptOf }),
      ...(failed ? { error: end } : { result: end }),
    };
    this.#callAll((hook) => hook.onResult?.(event));
  }

  #callAll(call: (hook: SmsHooks) => unknown): void {
    for (const hook of this.#hooks) this.#call(() => call(hook));
    for (const hook of this.#observers) this.#call(() => call(hook));
  }

  #call(hook: () => unknown): void {
    try {
      // A hook may be an async function, whose rejection would otherwise end the process.
      const returned = hook();
      if (returned instanceof Promise) returned.catch((error: unknown) => this.#warn(error));
    } catch (error) {
      this.#warn(error);
    }
  }

  #warn(error: unknown): void {
    new Logger('AliyunSms').warn(
      `A hook of instance ${this.#instance} threw ${errorKind(error)}; the send goes on`,
    );
  }
}
