import { MAGIC_NUMBERS, MAGIC_RECEIPTS, type MagicNumber } from 'nestjs-aliyun-sms/emulator';
import { RuntimeOptions } from '@alicloud/tea-util';
import { describe, expect, it } from 'vitest';
import { sendSmsRequest } from './support/sdk.js';
import { useEmulator } from './support/use-emulator.js';

/** What the official SDK makes of it (the same request, nothing else changed). */
interface Seen {
  resolved?: unknown;
  name?: string;
  code?: unknown;
  statusCode?: unknown;
  message?: string;
  retryAfter?: unknown;
  accessDeniedDetail?: unknown;
}

const ofTitle = (part: string): MagicNumber => {
  const found = MAGIC_NUMBERS.find(({ title }) => title.en.includes(part));
  if (!found) throw new Error(`No magic number is for: ${part}`);
  return found;
};

describe('Magic numbers through the official SDK', () => {
  const used = useEmulator();

  async function send(phoneNumber: string, timeout = 2_000): Promise<Seen> {
    const runtime = new RuntimeOptions({ readTimeout: timeout, connectTimeout: timeout });
    try {
      const { body } = await used.sdk.sendSmsWithOptions(
        sendSmsRequest({ phoneNumbers: phoneNumber }),
        // The SDK's own type of the same shape.
        runtime as never,
      );
      return { resolved: body };
    } catch (error) {
      const { name, message } = error as Error;
      return { ...(error as object), name, message };
    }
  }

  it('are all different, and mainland numbers', () => {
    const numbers = [...MAGIC_NUMBERS, ...MAGIC_RECEIPTS].map((each) => each.phoneNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(number).toMatch(/^1700000\d{4}$/);
  });

  const refusals = MAGIC_NUMBERS.flatMap(({ phoneNumber, effect }) =>
    effect.type === 'refuse' ? [[phoneNumber, effect.code, effect.message] as const] : [],
  );
  it.each(refusals)('%s resolves with %s', async (phoneNumber, code, message) => {
    expect(await send(phoneNumber)).toMatchObject({ resolved: { code, message } });
    expect(used.emulator.messages()).toEqual([]);
  });

  const gateway = MAGIC_NUMBERS.flatMap(({ phoneNumber, effect }) =>
    effect.type === 'gateway' ? [[phoneNumber, effect.code, effect.status] as const] : [],
  );
  it.each(gateway)('%s rejects with %s (%i)', async (phoneNumber, code, statusCode) => {
    const name = code.startsWith('Throttling')
      ? 'ThrottlingError'
      : statusCode >= 500
        ? 'ServerError'
        : 'ClientError';
    expect(await send(phoneNumber)).toMatchObject({ name, code, statusCode });
  });

  it('throttling ends after two calls, and begins again', async () => {
    const { phoneNumber } = ofTitle('twice, then accepted');
    const seen = [];
    for (let i = 0; i < 6; i++) seen.push((await send(phoneNumber)).name ?? 'accepted');
    const round = ['ThrottlingError', 'ThrottlingError', 'accepted'];
    expect(seen).toEqual([...round, ...round]);
    expect(used.emulator.messages()).toHaveLength(2);
  });

  const special: [string, Seen, sent: number][] = [
    ['x-acs-retry-after', { name: 'ThrottlingError', retryAfter: 1_000 }, 0],
    ['AccessDeniedDetail', { accessDeniedDetail: { AuthAction: 'dysms:SendSms' } }, 0],
    ['sent all the same', { name: 'ServerError', statusCode: 500 }, 1],
    ['has no Code', { name: 'ClientError', code: 'undefined', statusCode: 400 }, 0],
    ['with XML', { name: 'ClientError', code: 'InvalidParameter', statusCode: 400 }, 0],
    ['HTML 502, not sent', { name: 'SyntaxError' }, 0],
    ['HTML 502, but sent', { name: 'SyntaxError' }, 1],
    ['HTML 200', { name: 'SyntaxError' }, 0],
    ['empty 200', { name: 'SyntaxError' }, 1],
    ['empty 400', { name: 'SyntaxError' }, 0],
    ['empty 204', { name: 'SyntaxError' }, 0],
    ['302', { name: 'SyntaxError' }, 0],
    ['JSON null', { name: 'TypeError' }, 0],
    ['JSON array', { resolved: {} }, 1],
    ['JSON string', { name: 'Error', message: expect.stringContaining('mismatch') as string }, 1],
    ['lower-case keys', { resolved: {} }, 1],
    ['is an object', { name: 'Error', message: expect.stringContaining('bizId') as string }, 1],
    ['gzip', { name: 'SyntaxError' }, 1],
    ['cut off', { code: 'ECONNRESET' }, 1],
    ['not HTTP', { code: expect.stringMatching(/^HPE_/) as string }, 0],
    ['reset, not sent', { code: 'ECONNRESET' }, 0],
    ['reset, but sent', { code: 'ECONNRESET' }, 1],
  ];
  it.each(special)('%s', async (title, seen, sent) => {
    expect(await send(ofTitle(title).phoneNumber)).toMatchObject(seen);
    expect(used.emulator.messages()).toHaveLength(sent);
  });

  it.each([
    ['no answer, not sent', 0],
    ['no answer, but sent', 1],
    ['seconds late', 1],
  ])('%s ends at the deadline', async (title, sent) => {
    expect(await send(ofTitle(title).phoneNumber, 200)).toMatchObject({
      name: 'RequestTimeoutError',
    });
    expect(used.emulator.messages()).toHaveLength(sent);
  });

  it('a slow body ends at the deadline, as a broken connection', async () => {
    expect(await send(ofTitle('body over 10').phoneNumber, 200)).toMatchObject({
      code: 'ECONNRESET',
    });
    expect(used.emulator.messages()).toHaveLength(1);
  });

  it('echoes the parameters with SignatureDoesNotMatch, so that redaction gets tested', async () => {
    const { phoneNumber } = ofTitle('SignatureDoesNotMatch');
    const { message } = await send(phoneNumber);
    expect(message).toContain(`PhoneNumbers=${phoneNumber}`);
    expect(message).toContain('123456');
  });

  it('closes the idle connection, which the next call may or may not notice in time', async () => {
    const { phoneNumber } = ofTitle('idle connection is closed');
    expect(await send(phoneNumber)).toMatchObject({ resolved: { code: 'OK' } });
    const next = await send('13900001234');
    expect(next.code ?? (next.resolved as Seen).code).toMatch(/^(ECONNRESET|OK)$/);
    expect(await send('13900001234')).toMatchObject({ resolved: { code: 'OK' } });
  });

  it('resets the next request on the same connection, once', async () => {
    const { phoneNumber } = ofTitle('next request');
    expect(await send(phoneNumber)).toMatchObject({ resolved: { code: 'OK' } });
    expect(await send('13900001234')).toMatchObject({ code: 'ECONNRESET' });
    expect(await send('13900001234')).toMatchObject({ resolved: { code: 'OK' } });
  });

  it.each(MAGIC_RECEIPTS.map((each) => [each.phoneNumber, each.errCode]))(
    '%s is accepted, and reported with %s',
    async (phoneNumber, errCode) => {
      expect(await send(phoneNumber)).toMatchObject({ resolved: { code: 'OK' } });
      await used.emulator.clock.advance(1_000);
      expect(used.emulator.messages()[0]!.receipt.errCode).toBe(errCode);
    },
  );
});
