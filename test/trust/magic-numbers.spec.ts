import type { INestApplicationContext } from '@nestjs/common';
import {
  type AliyunSms,
  SmsRejectedException,
  SmsRequestException,
  type SmsOutcome,
} from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator, MAGIC_NUMBERS } from 'nestjs-aliyun-sms/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootInstance, KEYS, LOGIN_CODE } from '../support/app.js';

/** How many messages may have gone out, by what was said of the send. */
const DELIVERIES: Record<SmsOutcome, number[]> = {
  accepted: [1],
  unknown: [0, 1],
  refused: [0],
  'not-sent': [0],
  invalid: [0],
};

/** What the error of a send claims of it. */
function verdictOf(error: unknown): SmsOutcome {
  if (error instanceof SmsRequestException) return error.outcome;
  if (error instanceof SmsRejectedException) return 'refused';
  throw error;
}

describe('every fault of the emulator, through sendMessage', () => {
  let emulator: AliyunSmsEmulator;
  let app: INestApplicationContext;
  let sms: AliyunSms;
  const outcomes = new Map<string, SmsOutcome>();
  const errors = new Map<string, Error>();

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
    ({ sms, app } = await bootInstance(emulator.url, {
      // Less than the 5 seconds of the latest answer, and enough for all at once on a busy machine.
      timeout: 3000,
      connections: MAGIC_NUMBERS.length,
      retry: { attempts: 3, baseDelay: 1, maxDelay: 2 },
    }));
    await Promise.all(
      MAGIC_NUMBERS.map(async ({ phoneNumber }) => {
        try {
          await sms.sendMessage({ ...LOGIN_CODE, phoneList: [phoneNumber], outId: phoneNumber });
          outcomes.set(phoneNumber, 'accepted');
        } catch (error) {
          outcomes.set(phoneNumber, verdictOf(error));
          errors.set(phoneNumber, error as Error);
        }
      }),
    );
  });
  afterAll(async () => {
    await app.close();
    await emulator.close();
  });

  const delivered = (phoneNumber: string) =>
    emulator.messages().filter((message) => message.phoneNumber === phoneNumber).length;

  const ending = (outcome: SmsOutcome) =>
    MAGIC_NUMBERS.filter(({ phoneNumber }) => outcomes.get(phoneNumber) === outcome);

  it.each(MAGIC_NUMBERS.map(({ title, phoneNumber }) => [title.en, phoneNumber]))(
    'says of the message what is true of it: %s',
    (_, phoneNumber) => {
      expect(DELIVERIES[outcomes.get(phoneNumber!)!]).toContain(delivered(phoneNumber!));
    },
  );

  it("names Aliyun's code in every refusal", () => {
    const codes = ending('refused').flatMap(({ phoneNumber, effect }) =>
      'code' in effect
        ? [[(errors.get(phoneNumber) as SmsRejectedException).aliyunCode, effect.code]]
        : [],
    );
    expect(codes.length).toBeGreaterThan(30);
    for (const [told, meant] of codes) expect(told).toBe(meant);
  });

  it('settles every unknown outcome rightly', async () => {
    const unknown = ending('unknown');
    expect(unknown.length).toBeGreaterThan(10);
    for (const { phoneNumber } of unknown) {
      const [query] = (errors.get(phoneNumber) as SmsRequestException).toQueries();
      const truth = delivered(phoneNumber) === 1 ? 'pending' : 'not-found-yet';
      expect(await sms.findMessage(query!)).toBe(truth);
    }
  });

  it('meets every outcome that a send can have after its checks', () => {
    expect(new Set(outcomes.values())).toEqual(new Set(['accepted', 'refused', 'unknown']));
  });

  it('leaves unknown what Aliyun did and could not say', () => {
    const sentInSilence = MAGIC_NUMBERS.filter(
      ({ phoneNumber }) => delivered(phoneNumber) === 1 && outcomes.get(phoneNumber) !== 'accepted',
    );
    expect(sentInSilence.length).toBeGreaterThan(5);
    for (const { phoneNumber } of sentInSilence) expect(outcomes.get(phoneNumber)).toBe('unknown');
  });
});
