import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { AliyunSms, MessageState } from 'nestjs-aliyun-sms';
import { SmsRejectedException, SmsRequestException } from 'nestjs-aliyun-sms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEYS } from '../support/app.js';
import { CleanUp, stand } from './support/stand.js';

const SENDS = Number(process.env['TRUST_SENDS'] ?? 20_000);
const AT_ONCE = 96;
// Some 200 messages to each number are four pages of QuerySendDetails.
const NUMBERS = Math.ceil(SENDS / 200);
const TIMEOUT = 1000;
const STATE: Record<number, MessageState> = { 1: 'pending', 2: 'failed', 3: 'delivered' };

interface Delivery {
  times: number;
  SendStatus: number;
}
interface Counted {
  tally: { requests: number; badSignatures: number; usedNonces: number; restarts: number };
  deliveries: [outId: string, delivery: Delivery][];
}
type End = 'accepted' | 'refused' | 'not-sent' | 'unknown';

/**
 * Resets before and after the delivery, half answers, late answers, late deliveries, 5xx of both
 * kinds, throttling and restarts, drawn by a server in a process of its own.
 */
describe(`${SENDS} sends to a server that counts for itself`, () => {
  const cleanUp = new CleanUp();
  const ends = new Map<string, End>();
  const phoneOf = (nth: number) => `1380013${String(nth % NUMBERS).padStart(4, '0')}`;
  let server: ChildProcess;
  let sms: AliyunSms;
  let settling: AliyunSms;
  let counted: Counted;
  let delivered: Map<string, Delivery>;
  let startedAt: number;

  beforeAll(async () => {
    const file = fileURLToPath(new URL('./support/independent-aliyun.mjs', import.meta.url));
    server = fork(file, {
      execArgv: [],
      env: {
        ...process.env,
        ALIYUN_SECRET: KEYS.accessSecret,
        ALIYUN_LATE: String(TIMEOUT * 1.5),
        ALIYUN_SEED: '20261123',
      },
    });
    const [{ port }] = (await once(server, 'message')) as [{ port: number }];
    const url = `http://127.0.0.1:${port}`;
    // One deadline holds for all pages of a question, and 96 are asked at a time.
    ({ sms: settling } = await stand(cleanUp, url, { timeout: 30_000, connections: 64 }));
    ({ sms } = await stand(cleanUp, url, {
      timeout: TIMEOUT,
      connections: 64,
      retry: { attempts: 3, baseDelay: 20, maxDelay: 60 },
    }));
    startedAt = Date.now();
    await inTurn(AT_ONCE, SENDS, async (nth) => {
      const outId = `order-${nth}`;
      ends.set(outId, await endOf(sms, phoneOf(nth), outId));
    });
    server.send('settle');
    [counted] = (await once(server, 'message')) as [Counted];
    delivered = new Map(counted.deliveries);
  }, 300_000);
  afterAll(async () => {
    await cleanUp.run();
    server.disconnect();
    await once(server, 'exit');
  });

  const wrong = (end: End, isRight: (times: number) => boolean) =>
    [...ends].filter(([id, of]) => of === end && !isRight(delivered.get(id)?.times ?? 0));
  const countOf = (end: End) => [...ends.values()].filter((of) => of === end).length;

  it('met with every kind of end, and with restarts', () => {
    expect(ends.size).toBe(SENDS);
    expect(counted.tally.restarts).toBeGreaterThanOrEqual(Math.floor(SENDS / 4000));
    expect(counted.tally).toMatchObject({ badSignatures: 0, usedNonces: 0 });
    for (const end of ['accepted', 'refused', 'unknown', 'not-sent'] as const) {
      expect(countOf(end)).toBeGreaterThan(SENDS / 500);
    }
  });

  it('what was accepted was delivered exactly once', () => {
    expect(wrong('accepted', (times) => times === 1)).toEqual([]);
  });

  it('what was refused or not sent was never delivered', () => {
    expect(wrong('refused', (times) => times === 0)).toEqual([]);
    expect(wrong('not-sent', (times) => times === 0)).toEqual([]);
  });

  it('nothing was delivered twice, and nothing that was not asked for', () => {
    expect(counted.deliveries.filter(([id, { times }]) => times > 1 || !ends.has(id))).toEqual([]);
  });

  it('every unknown is settled rightly by findMessage', { timeout: 180_000 }, async () => {
    const unknown = [...ends].filter(([, end]) => end === 'unknown').map(([id]) => id);
    const misjudged: unknown[] = [];
    const found = new Set<MessageState>();
    await inTurn(AT_ONCE, unknown.length, async (nth) => {
      const outId = unknown[nth]!;
      const phone = phoneOf(Number(outId.slice('order-'.length)));
      const state = await settling.findMessage({ outId, phone, sentAt: startedAt });
      const delivery = delivered.get(outId);
      const expected = delivery ? STATE[delivery.SendStatus] : 'not-found-yet';
      found.add(state);
      if (state !== expected) misjudged.push({ outId, state, expected });
    });
    expect(misjudged).toEqual([]);
    expect([...found].sort()).toEqual(['delivered', 'failed', 'not-found-yet', 'pending']);
  });
});

async function endOf(sms: AliyunSms, phone: string, outId: string): Promise<End> {
  const message = {
    phoneList: [phone],
    params: { code: '1234' },
    verifyTemplateCode: 'SMS_1',
    outId,
  };
  try {
    const result = await sms.sendMessage(message);
    if (result.outId !== outId) throw new Error('a result of another message');
    return 'accepted';
  } catch (error) {
    if (error instanceof SmsRequestException) return error.outcome;
    if (error instanceof SmsRejectedException) return 'refused';
    throw error;
  }
}

/** Does the work for 0, 1, … so many at a time. */
async function inTurn(atOnce: number, count: number, work: (nth: number) => Promise<void>) {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
