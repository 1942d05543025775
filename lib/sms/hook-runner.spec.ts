import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HookRunner } from './hook-runner.js';
import { OutgoingMessage } from './outgoing-message.js';
import type { SmsHooks, SmsResultEvent } from './sms-hooks.js';

const SEND = new OutgoingMessage('login', 'order-1', {
  template: 'SMS_1',
  sign: undefined,
  phones: ['13800138000'],
  params: {},
  extendCode: undefined,
  through: ['both'],
  limit: undefined,
});
const ACCEPTED = {
  code: 'OK',
  message: 'OK',
  bizId: 'b',
  requestId: 'r',
  outId: 'order-1',
} as const;

describe('the hooks of a send', () => {
  let warn: ReturnType<typeof vi.spyOn>;
  beforeEach(() => {
    warn = vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
  });
  afterEach(() => {
    warn.mockRestore();
  });

  const notify = (hooks: SmsHooks[], observers: SmsHooks[] = []) => {
    const runner = new HookRunner('login', hooks, new Set(observers));
    runner.notifyStart(SEND);
    runner.notifyResult(SEND, ACCEPTED, { startedAt: performance.now() - 50, attempts: 3 });
  };

  it('are called in order, those of the instance before the observers of all', () => {
    const seen: string[] = [];
    const hook = (name: string): SmsHooks => ({
      onSend: () => void seen.push(`${name} start`),
      onResult: () => void seen.push(`${name} end`),
    });
    notify([hook('a'), hook('b')], [hook('all')]);
    expect(seen).toEqual(['a start', 'b start', 'all start', 'a end', 'b end', 'all end']);
  });

  it('get what the send was and how it ended, observers too', () => {
    const results: SmsResultEvent[] = [];
    const hook: SmsHooks = { onResult: (result) => void results.push(result) };
    notify([hook]);
    notify([], [hook]);
    expect(results).toEqual(
      [results[1], results[1]].map(() =>
        expect.objectContaining({
          instance: 'login',
          send: SEND,
          outcome: 'accepted',
          attempts: 3,
          attemptOf: 'both',
          result: ACCEPTED,
        }),
      ),
    );
    for (const { duration } of results) expect(duration).toBeGreaterThanOrEqual(50);
  });

  it('need not have both functions', () => {
    notify([{}], [{}]);
    expect(warn).not.toHaveBeenCalled();
  });

  it('do not stop each other nor the send, and one that throws is named by its kind', async () => {
    const seen: string[] = [];
    notify([
      {
        onSend: () => {
          throw new TypeError('number 13800138000');
        },
        onResult: () => Promise.reject(new RangeError('number 13800138000')),
      },
      { onSend: () => void seen.push('start'), onResult: () => void seen.push('end') },
    ]);
    expect(seen).toEqual(['start', 'end']);
    await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(2));
    expect(warn.mock.calls.flat()).toEqual([
      'A hook of instance login threw TypeError; the send goes on',
      'A hook of instance login threw RangeError; the send goes on',
    ]);
  });
});
