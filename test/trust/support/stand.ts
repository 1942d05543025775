import type { Socket } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import type {
  AliyunSms,
  AliyunSmsRootOptions,
  SmsException,
  SmsResultEvent,
} from 'nestjs-aliyun-sms';
import { bootInstance } from '../../support/app.js';

/** An instance under test, and what its hooks were told. */
export interface Stand {
  sms: AliyunSms;
  app: INestApplicationContext;
  events: SmsResultEvent[];
}

/** Collects what has to be closed after a test; closes in reverse order. */
export class CleanUp {
  readonly #steps: (() => unknown)[] = [];

  add<T extends { close(): unknown }>(closable: T): T {
    this.#steps.push(() => closable.close());
    return closable;
  }

  async run(): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) await step();
  }
}

export async function stand(
  cleanUp: CleanUp,
  endpoint: string,
  options: Partial<AliyunSmsRootOptions> = {},
): Promise<Stand> {
  const events: SmsResultEvent[] = [];
  const { sms, app } = await bootInstance(endpoint, {
    ...options,
    hooks: [
      { onResult: (event) => void events.push(event) },
      ...[(options.hooks ?? []) as object[]].flat(),
    ],
  });
  cleanUp.add(app);
  return { sms, app, events };
}

export interface Ending {
  result?: unknown;
  error?: SmsException;
  ms: number;
}

/** How a call ended, and after how many milliseconds at most: the call has begun before they are counted. */
export async function ending(work: Promise<unknown>): Promise<Ending> {
  return endingOf(() => work);
}

/** How a call ended, and after how many milliseconds at least. */
export async function endingOf(call: () => Promise<unknown>): Promise<Ending> {
  const startedAt = performance.now();
  return call().then(
    (result) => ({ result, ms: performance.now() - startedAt }),
    (error: SmsException) => ({ error, ms: performance.now() - startedAt }),
  );
}

/** Resolves when none of these sockets is open any more. */
export async function allClosed(sockets: Iterable<Socket>): Promise<void> {
  for (const socket of sockets) {
    // Not `once` of node:events, which rejects where the connection is reset.
    if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve));
  }
}
