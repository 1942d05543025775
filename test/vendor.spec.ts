import { Logger, type INestApplicationContext } from '@nestjs/common';
import {
  AliyunSmsModule,
  type AliyunSmsOptions,
  SmsRegistry,
  type SmsRequestException,
  type SmsResultEvent,
  SmsType,
  ProviderSms,
} from 'nestjs-aliyun-sms';
import { IsInt } from 'class-validator';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AcmeSms } from '../sample/src/acme-sms.js';
import { withoutFrames } from './contracts/without-frames.js';
import { boot, LOGIN_CODE, rejectionOf } from './support/app.js';
import { freePort } from './support/free-port.js';
import {
  type Misbehaviour,
  type MisbehavingServer,
  respond,
  startMisbehavingServer,
} from './support/misbehaving-server.js';

const TOKEN = 'acme-token-of-the-test';

declare module 'nestjs-aliyun-sms' {
  interface SmsTypeOptionsMap {
    'SMS.Deaf': { timeout: number };
  }
}

describe('a type of another vendor', () => {
  let gateway: MisbehavingServer | undefined;
  let app: INestApplicationContext | undefined;
  let lines: string[];

  beforeEach(() => {
    lines = [];
    for (const level of ['log', 'warn', 'error'] as const) {
      vi.spyOn(Logger.prototype, level).mockImplementation((text) => void lines.push(String(text)));
    }
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await app?.close();
    await gateway?.close();
    gateway = undefined;
  });

  async function start(
    misbehave: Misbehaviour | undefined,
    options: Partial<AliyunSmsOptions> = {},
  ): Promise<AcmeSms> {
    gateway = misbehave && (await startMisbehavingServer(misbehave));
    app = await boot(
      AliyunSmsModule.forRoot({ types: [AcmeSms] }),
      AliyunSmsModule.forFeature({
        name: 'abroad',
        type: 'SMS.Acme',
        url: gateway?.url ?? `http://127.0.0.1:${await freePort()}`,
        apiToken: TOKEN,
        ...options,
      }),
    );
    lines = [];
    return app.get(SmsRegistry).get('abroad', AcmeSms);
  }
  const says =
    (body: object, status = 200): Misbehaviour =>
    (socket) =>
      respond(socket, status, JSON.stringify(body));

  it('sends, logs with masked numbers, and is observed', async () => {
    const sms = await start(says({ id: 'acme-1' }));
    const seen: SmsResultEvent[] = [];
    app!.get(SmsRegistry).observe({ onResult: (event) => void seen.push(event) });
    const result = await sms.sendMessage({ ...LOGIN_CODE, outId: 'mine' });
    expect(result).toMatchObject({ code: 'OK', bizId: 'acme-1', outId: 'mine' });
    expect(gateway!.requests[0]).toContain(`Bearer ${TOKEN}`);
    expect(lines).toEqual([
      expect.stringMatching(
        /^accepted instance=abroad template=SMS_123456789 recipients=138\*\*\*\*8000/,
      ),
    ]);
    expect(seen).toMatchObject([{ instance: 'abroad', outcome: 'accepted', attempts: 1 }]);
  });

  it('refuses what is no message before it is asked', async () => {
    const sms = await start(says({ id: 'x' }));
    const error = await rejectionOf(sms.sendMessage({ ...LOGIN_CODE, phoneList: [] }));
    expect(error).toMatchObject({ code: 46001, instance: 'abroad' });
    expect(gateway!.requests).toEqual([]);
    expect(lines[0]).toMatch(/^invalid instance=abroad/);
  });

  it('tells a refusal with the remedy of a code of the catalogue', async () => {
    const sms = await start(says({ error: 'isv.AMOUNT_NOT_ENOUGH' }));
    expect(await rejectionOf(sms.sendMessage(LOGIN_CODE))).toMatchObject({
      code: 46002,
      aliyunCode: 'isv.AMOUNT_NOT_ENOUGH',
      instance: 'abroad',
    });
  });

  it('proves that nothing was sent where there is no connection', async () => {
    const sms = await start(undefined);
    expect(await rejectionOf(sms.sendMessage(LOGIN_CODE))).toMatchObject({
      code: 46003,
      reason: 'connect',
      outcome: 'not-sent',
    });
  });

  it('follows no redirect, behind which the message may have been taken', async () => {
    const port = await freePort();
    const sms = await start((socket) =>
      respond(socket, 307, '', {
        location: `http://127.0.0.1:${port}/`,
        'content-type': 'text/plain',
      }),
    );
    expect(await rejectionOf(sms.sendMessage(LOGIN_CODE))).toMatchObject({
      code: 46003,
      outcome: 'unknown',
    });
    expect(gateway!.requests).toHaveLength(1);
  });

  it.each<[string, Misbehaviour, string]>([
    ['a broken connection', (socket) => socket.destroy(), 'server-error'],
    ['an answer that is no JSON', (socket) => respond(socket, 502, '<html>'), 'server-error'],
    ['an answer without an id', says({}), 'unreadable-answer'],
  ])('says that it does not know after %s', async (_, misbehave, reason) => {
    const sms = await start(misbehave);
    const error = await rejectionOf<SmsRequestException>(sms.sendMessage(LOGIN_CODE));
    expect(error).toMatchObject({ code: 46003, outcome: 'unknown', reason });
    expect(error.toQueries()).toMatchObject([{ phone: '13800138000' }]);
    for (const secret of ['13800138000', '123456"', TOKEN, '127.0.0.1']) {
      expect(
        JSON.stringify(error) + withoutFrames(String(error.stack)) + lines.join(),
      ).not.toContain(secret);
    }
  });

  it('ends with the caller, and knows whether it had begun', async () => {
    const stop = new AbortController();
    const sms = await start(() => stop.abort());
    expect(
      await rejectionOf(sms.sendMessage({ ...LOGIN_CODE, signal: stop.signal })),
    ).toMatchObject({ reason: 'aborted', outcome: 'unknown' });
    expect(
      await rejectionOf(sms.sendMessage({ ...LOGIN_CODE, signal: stop.signal })),
    ).toMatchObject({ reason: 'aborted', outcome: 'not-sent' });
    expect(gateway!.requests).toHaveLength(1);
  });

  it('ends at the deadline and with the caller, also where deliver heeds neither', async () => {
    class DeafConfig {
      @IsInt()
      timeout!: number;
    }
    @SmsType('SMS.Deaf', { config: DeafConfig })
    class DeafSms extends ProviderSms<DeafConfig> {
      protected deliver() {
        return new Promise<never>(() => {});
      }
    }
    app = await boot(
      AliyunSmsModule.forRoot({ types: [DeafSms] }),
      AliyunSmsModule.forFeature({ name: 'deaf', type: 'SMS.Deaf', timeout: 30 }),
    );
    const sms = app.get(SmsRegistry).get('deaf');
    expect(await rejectionOf(sms.sendMessage(LOGIN_CODE))).toMatchObject({
      reason: 'deadline',
      outcome: 'unknown',
    });
    const signal = AbortSignal.timeout(5);
    expect(await rejectionOf(sms.sendMessage({ ...LOGIN_CODE, signal }))).toMatchObject({
      reason: 'aborted',
      outcome: 'unknown',
    });
  });

  it('refuses a configuration with every violation, and echoes none of it', async () => {
    const error = await rejectionOf(start(undefined, { url: 'not a url', apiToken: '' } as object));
    expect(error.message).toMatch(/url must be a URL address/);
    expect(error.message).toMatch(/apiToken should not be empty/);
    expect(error.message).not.toContain('not a url');
  });
});
