import { createServer } from 'node:net';
import { inspect } from 'node:util';
import type { SmsRequestException } from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bootInstance, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';
import { freePort } from './support/free-port.js';
import {
  ACCEPTED,
  type Misbehaviour,
  respond,
  startMisbehavingServer,
} from './support/misbehaving-server.js';

const FAST = { retry: { attempts: 3, baseDelay: 1, maxDelay: 2 } };
const throttled = JSON.stringify({ Code: 'Throttling.User', Message: 'slow down', RequestId: 'R' });
const cleanUp: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function start(misbehave: Misbehaviour, options: object = FAST) {
  const server = await startMisbehavingServer(misbehave);
  const { sms, app } = await bootInstance(server.url, options);
  cleanUp.push(
    () => server.close(),
    () => app.close(),
  );
  return { server, sms };
}

describe('a call that provably was not executed', () => {
  it('is repeated where the gateway throttled it, each time with a nonce of its own', async () => {
    const { sms, server } = await start((socket, _, nth) =>
      nth < 3 ? respond(socket, 429, throttled) : respond(socket, 200, ACCEPTED),
    );
    await expect(sms.sendMessage(LOGIN_CODE)).resolves.toMatchObject({ code: 'OK' });
    const nonces = server.requests.map((head) => /x-acs-signature-nonce: (\S+)/.exec(head)![1]);
    expect(new Set(nonces).size).toBe(3);
    const outIds = server.requests.map((head) => /OutId=([^&]+)/.exec(head)![1]);
    expect(new Set(outIds).size).toBe(1);
  });

  it('waits as long as the gateway says', async () => {
    const { sms, server } = await start((socket, _, nth) =>
      nth < 2
        ? respond(socket, 429, throttled, { 'x-acs-retry-after': '120' })
        : respond(socket, 200, ACCEPTED),
    );
    const startedAt = performance.now();
    await sms.sendMessage(LOGIN_CODE);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(115);
    expect(server.requests).toHaveLength(2);
  });

  it('is not repeated where the pause would pass the deadline', async () => {
    const { sms, server } = await start(
      (socket) => respond(socket, 429, throttled, { 'x-acs-retry-after': '60000' }),
      { ...FAST, timeout: 2000 },
    );
    const startedAt = performance.now();
    await expect(sms.sendMessage(LOGIN_CODE)).rejects.toMatchObject({ retryAfter: 60 });
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(server.requests).toHaveLength(1);
  });

  it('is repeated no more often than allowed, or not at all', async () => {
    const always: Misbehaviour = (socket) => respond(socket, 429, throttled);
    for (const [retry, count] of [
      [{ ...FAST.retry, attempts: 5 }, 5],
      [false, 1],
    ] as const) {
      const { sms, server } = await start(always, { retry });
      await expect(sms.sendMessage(LOGIN_CODE)).rejects.toMatchObject({
        aliyunCode: 'Throttling.User',
      });
      expect(server.requests).toHaveLength(count);
    }
  });

  it('is repeated where the connection was refused, and gets through once it is there', async () => {
    const port = await freePort();
    const { sms, app } = await bootInstance(`http://127.0.0.1:${port}`, {
      retry: { attempts: 50, baseDelay: 20, maxDelay: 20 },
    });
    const sending = sms.sendMessage(LOGIN_CODE);
    const late = createServer((socket) =>
      socket.on('data', () => respond(socket, 200, ACCEPTED)),
    ).listen(port, '127.0.0.1');
    cleanUp.push(
      () => new Promise((resolve) => late.close(resolve)),
      () => app.close(),
    );
    await expect(sending).resolves.toMatchObject({ code: 'OK' });
  });

  it('is asked once more on anything transient where it only asks', async () => {
    const { sms, server } = await start((socket, _, nth) => {
      if (nth === 1) return socket.resetAndDestroy();
      if (nth === 2) return respond(socket, 503, '{"Code":"ServiceUnavailable"}');
      return respond(
        socket,
        200,
        '{"Code":"OK","TotalCount":0,"SmsSendDetailDTOs":{"SmsSendDetailDTO":[]}}',
      );
    });
    await expect(
      sms.findMessage({ outId: 'x', phone: '13800138000', sentAt: new Date() }),
    ).resolves.toBe('not-found-yet');
    expect(server.requests).toHaveLength(3);
  });
});

describe('settling an unknown outcome', () => {
  it('finds out whether the message was sent', async () => {
    const emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
    const { sms, app } = await bootInstance(emulator.url);
    cleanUp.push(
      () => emulator.close(),
      () => app.close(),
    );

    const { outId } = await sms.sendMessage(LOGIN_CODE);
    const [phone] = LOGIN_CODE.phoneList as [string];
    const sentAt = new Date();
    expect(await sms.findMessage({ outId, phone, sentAt })).toBe('pending');
    expect(await sms.findMessage({ outId, phone: `+86${phone}`, sentAt })).toBe('pending');
    expect(await sms.findMessage({ outId: 'another', phone, sentAt })).toBe('not-found-yet');
    expect(await sms.findMessage({ outId, phone: '13900139000', sentAt })).toBe('not-found-yet');
  });

  it('needs no more than the exception of an unknown outcome', async () => {
    const emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
    cleanUp.push(() => emulator.close());
    emulator.addFault({ effect: { type: 'reset' }, processed: true, count: 1 });
    const { sms, app } = await bootInstance(emulator.url);
    cleanUp.push(() => app.close());

    const phoneList = ['13812345678', '+85251234567'];
    const error = await rejectionOf<SmsRequestException>(
      sms.sendMessage({ ...LOGIN_CODE, phoneList }),
    );
    expect(error).toMatchObject({ outcome: 'unknown', reason: 'reset' });
    expect(inspect(error, { showHidden: true }) + JSON.stringify(error)).not.toMatch(
      /13812345678|51234567/,
    );
    const queries = error.toQueries();
    expect(queries.map(({ phone }) => phone)).toEqual(['13812345678', '85251234567']);
    for (const query of queries) expect(await sms.findMessage(query)).toBe('pending');
    expect(emulator.messages()).toHaveLength(2);
  });

  const record = (OutId: string, SendStatus: number) => ({
    OutId,
    SendStatus,
    PhoneNum: '13800138000',
  });

  it.each([
    [1, 'pending'],
    [2, 'failed'],
    [3, 'delivered'],
  ])('reads the state %i as %s, however many pages it has to turn', async (status, state) => {
    const { sms, server } = await start((socket, head) => {
      const page = Number(/CurrentPage=(\d+)/.exec(head)![1]);
      const others = Array.from({ length: page < 3 ? 50 : 7 }, (_, i) =>
        record(`o-${page}-${i}`, 3),
      );
      if (page === 3) others[6] = record('mine', status);
      const list = { SmsSendDetailDTO: others };
      respond(
        socket,
        200,
        JSON.stringify({ Code: 'OK', TotalCount: '107', SmsSendDetailDTOs: list }),
      );
    });
    const { noon: noonInChina, day } = noonInChinaYesterday();
    expect(
      await sms.findMessage({ outId: 'mine', phone: '13800138000', sentAt: noonInChina }),
    ).toBe(state);
    expect(server.requests).toHaveLength(3);
    for (const head of server.requests) expect(head).toContain(`SendDate=${day}`);
  });

  it('turns on where the pages are smaller than it asked for', async () => {
    const { sms, server } = await start((socket, head) => {
      const page = Number(/CurrentPage=(\d+)/.exec(head)![1]);
      const list = { SmsSendDetailDTO: page === 4 ? [record('mine', 2)] : [record('other', 3)] };
      respond(socket, 200, JSON.stringify({ Code: 'OK', TotalCount: 4, SmsSendDetailDTOs: list }));
    });
    const { noon } = noonInChinaYesterday();
    const query = { outId: 'mine', phone: '13800138000', sentAt: noon };
    expect(await sms.findMessage(query)).toBe('failed');
    expect(server.requests).toHaveLength(4);
  });

  it('asks for the day in China, and around midnight for the next one too', async () => {
    const { sms, server } = await start((socket) =>
      respond(
        socket,
        200,
        '{"Code":"OK","TotalCount":"0","SmsSendDetailDTOs":{"SmsSendDetailDTO":[]}}',
      ),
    );
    const days = () => server.requests.splice(0).map((head) => /SendDate=(\d+)/.exec(head)![1]);
    const query = { outId: 'x', phone: '13800138000' };
    const { noon, day } = noonInChinaYesterday();
    const hours = (count: number) => new Date(noon.getTime() + count * 3600_000);
    await sms.findMessage({ ...query, sentAt: hours(-11) });
    expect(days()).toEqual([day]);
    const dayBefore = hours(-24).toISOString().slice(0, 10).replaceAll('-', '');
    await sms.findMessage({ ...query, sentAt: hours(-12 - 1 / 60) });
    expect(days()).toEqual([dayBefore, day]);
    await sms.findMessage({ ...query, sentAt: hours(-12 - 1) });
    expect(days()).toEqual([dayBefore]);
  });

  it.each([
    ['null', () => null],
    ['a text', () => '20261126'],
    ['nothing', () => undefined],
    ['a Date that is none', () => new Date('yesterday')],
    ['seconds', () => Date.now() / 1000],
    ['zero', () => 0],
    ['40 days ago', () => Date.now() - 40 * 86_400_000],
    ['next year', () => new Date(Date.now() + 365 * 86_400_000)],
    ['tomorrow', () => Date.now() + 86_400_000],
    ['an object', () => ({})],
    ['Infinity', () => Infinity],
    ['microseconds', () => Date.now() * 1000],
    ['true', () => true],
  ])('refuses %s for the time of a send, and asks nobody', async (_, sentAt) => {
    const { sms, server } = await start(() => {});
    const query = { outId: 'mine', phone: '13800138000', sentAt: sentAt() as never };
    const error = await rejectionOf(sms.findMessage(query));
    expect(error).toMatchObject({ code: 46001, violations: { sentAt: [expect.any(String)] } });
    expect(server.requests).toEqual([]);
  });

  it('takes a time of a clock that is a little ahead, and the last of 30 days', async () => {
    const body = '{"Code":"OK","TotalCount":0,"SmsSendDetailDTOs":{"SmsSendDetailDTO":[]}}';
    const { sms } = await start((socket) => respond(socket, 200, body));
    for (const sentAt of [Date.now() + 60_000, Date.now() - 29 * 86_400_000]) {
      const query = { outId: 'mine', phone: '13800138000', sentAt };
      expect(await sms.findMessage(query)).toBe('not-found-yet');
    }
  });

  it('refuses a question that cannot be asked', async () => {
    const { sms } = await start(() => {});
    const error = await rejectionOf(sms.findMessage({ outId: '', phone: '12', sentAt: NaN }));
    expect(error).toMatchObject({
      code: 46001,
      violations: { outId: expect.anything(), phone: expect.anything(), sentAt: expect.anything() },
    });
  });
});

describe('what hooks are told', () => {
  it('counts no attempt where the credentials could not be had', async () => {
    const attempts: number[] = [];
    const { sms } = await start(() => {}, {
      accessKey: undefined,
      accessSecret: undefined,
      credential: { getCredential: () => Promise.reject(new Error('vault down')) },
      hooks: { onResult: (result: { attempts: number }) => void attempts.push(result.attempts) },
    });
    await rejectionOf(sms.sendMessage(LOGIN_CODE));
    expect(attempts).toEqual([0]);
  });

  it('lets one signal be shared by many sends without a warning', async () => {
    const warnings: Error[] = [];
    const onWarning = (warning: Error) => void warnings.push(warning);
    process.on('warning', onWarning);
    const { sms } = await start((socket) => respond(socket, 200, ACCEPTED));
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 50 }, () => sms.sendMessage({ ...LOGIN_CODE, signal })));
    // Warnings are emitted on a later tick.
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', onWarning);
    expect(warnings.map(({ name }) => name)).not.toContain('MaxListenersExceededWarning');
  });
});

describe('the default credential chain', () => {
  it('is asked on every call, and fails as not-sent with its kind only', async () => {
    vi.stubEnv('ALIBABA_CLOUD_ECS_METADATA_DISABLED', 'true');
    vi.stubEnv('ALIBABA_CLOUD_CLI_PROFILE_DISABLED', 'true');
    vi.stubEnv('HOME', '/nonexistent');
    const { sms, server } = await start((socket) => respond(socket, 200, ACCEPTED), {
      accessKey: undefined,
      accessSecret: undefined,
      credential: 'default',
    });
    const error = await rejectionOf(sms.sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({ code: 46003, reason: 'credentials', outcome: 'not-sent' });
    expect(error.message).toContain('DefaultCredentialChain');
    expect(error.message).toMatch(
      /in this order: 1\. ALIBABA_CLOUD_ACCESS_KEY_ID.* 2\. OIDC.* 3\. ~\/\.aliyun.* 4\. .* 5\. the RAM role.* 6\. /,
    );

    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'LTAI5tEnv');
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'env-secret');
    await sms.sendMessage(LOGIN_CODE);
    expect(server.requests[0]).toContain('Credential=LTAI5tEnv');
    expect(server.requests[0]).toContain('x-acs-credentials-provider: default/env');
  });
});

/** Far from midnight in China, and within the 30 days that Aliyun keeps. */
function noonInChinaYesterday(): { noon: Date; day: string } {
  const day = new Date(Date.now() + (8 - 24) * 3600_000).toISOString().slice(0, 10);
  return { noon: new Date(`${day}T04:00:00Z`), day: day.replaceAll('-', '') };
}
