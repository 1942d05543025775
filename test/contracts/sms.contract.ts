import assert from 'node:assert/strict';
import {
  isSmsException,
  type Sms,
  type SmsException,
  type SmsHooks,
  type SmsMessage,
  type SmsOutcome,
  type SmsResultEvent,
  type SmsSendEvent,
} from 'nestjs-aliyun-sms';
import { withoutFrames } from './without-frames.js';
import { eachOn, type TestRunner } from './test-runner.js';

/** What the provider behind an instance does with the requests to come. */
export type ProviderBehaviour =
  /** Takes the message. */
  | 'accept'
  /** Answers that it does not take it, since its content is not allowed. */
  | 'refuse'
  /** Takes the request and breaks the connection without a response. */
  | 'cut'
  /** Cannot be connected to. */
  | 'unreachable';

/** An instance of a type, made anew for each test. */
export interface SmsUnderTest {
  sms: Sms;
  /** Watches the sends of the instance; those of instances that it sends through may come too. */
  observe: (hooks: SmsHooks) => unknown;
  behave: (behaviour: ProviderBehaviour) => void | Promise<void>;
  /** Requests that have reached the provider. */
  requests: () => number;
  close?: () => void | Promise<void>;
}

const PHONE = '13800138000';
const SECRET = '918273';
const MESSAGE: SmsMessage = {
  phoneList: [PHONE],
  params: { code: SECRET },
  verifyTemplateCode: 'SMS_123456789',
};

/**
 * The contract of `Sms`: every type must pass this suite.
 *
 * @example describeSmsContract('SMS.Acme', createAcme, { describe, it })
 */
export function describeSmsContract(
  name: string,
  create: () => SmsUnderTest | Promise<SmsUnderTest>,
  { describe, it }: TestRunner,
): void {
  const test = eachOn(create, it);

  describe(`${name}, by the contract of Sms`, () => {
    test('says its name, its title and its type', async ({ sms }) => {
      for (const text of [sms.name, sms.title, sms.type]) {
        assert.equal(typeof text, 'string');
        assert.notEqual(text, '');
      }
      assert.match(sms.type, /^SMS\./);
    });

    test('resolves for an accepted message, with the ids of it', async ({ sms }) => {
      const result = await sms.sendMessage(MESSAGE);
      assert.equal(result.code, 'OK');
      assert.ok(result.bizId.length > 0);
      assert.ok(result.outId.length > 0);
      assert.notEqual((await sms.sendMessage(MESSAGE)).outId, result.outId);
      assert.equal((await sms.sendMessage({ ...MESSAGE, outId: 'order-1' })).outId, 'order-1');
    });

    test('leaves the message as it was given', async ({ sms }) => {
      const message = { ...MESSAGE, phoneList: [PHONE, `+86${PHONE}`], params: { code: 7 } };
      const before = structuredClone(message);
      await sms.sendMessage(message);
      assert.deepEqual(message, before);
    });

    const invalid: [what: string, message: object, field: string][] = [
      ['no recipients', { ...MESSAGE, phoneList: [] }, 'phoneList'],
      ['a number that is none', { ...MESSAGE, phoneList: ['12'] }, 'phoneList'],
      ['no values', { ...MESSAGE, params: undefined }, 'params'],
      ['no template', { ...MESSAGE, verifyTemplateCode: '' }, 'verifyTemplateCode'],
      ['a property of another library', { ...MESSAGE, templateCode: 'SMS_1' }, 'templateCode'],
    ];
    for (const [what, message, field] of invalid) {
      test(`refuses a message with ${what} as 46001, and sends nothing`, async (tested) => {
        const { events, error } = await failedSend(tested, message as SmsMessage);
        assert.equal(error.code, 46001);
        assert.equal(error.outcome, 'invalid');
        assert.equal(error.instance, tested.sms.name);
        const { violations } = error as SmsException & { violations: Record<string, string[]> };
        assert.ok(violations[field]!.length > 0);
        assert.equal(tested.requests(), 0);
        assert.deepEqual(events.map(outcomeOf), ['invalid']);
        assert.equal(events[0]!.instance, tested.sms.name);
        assert.equal(events[0]!.send, undefined);
      });
    }

    const failures: [ProviderBehaviour, code: number, outcome: SmsOutcome][] = [
      ['refuse', 46002, 'refused'],
      ['cut', 46003, 'unknown'],
      ['unreachable', 46003, 'not-sent'],
    ];
    for (const [behaviour, code, outcome] of failures) {
      test(`rejects with ${code}, ${outcome}, where its provider does: ${behaviour}`, async (tested) => {
        await tested.behave(behaviour);
        const { events, error } = await failedSend(tested, { ...MESSAGE, outId: 'order-2' });
        assert.equal(error.code, code);
        assert.equal(error.outcome, outcome);
        assert.equal(error.outId, 'order-2');
        assert.deepEqual(events.map(outcomeOf), [outcome]);
        assert.equal(events[0]!.error, error);
      });
    }

    test('never repeats a message whose outcome is unknown', async (tested) => {
      await tested.behave('cut');
      await failedSend(tested, MESSAGE);
      assert.equal(tested.requests(), 1);
    });

    test('makes no request where the signal is aborted already', async (tested) => {
      const signal = AbortSignal.abort();
      const { error } = await failedSend(tested, { ...MESSAGE, signal });
      assert.equal(error.outcome, 'not-sent');
      assert.equal(error.reason, 'aborted');
      assert.equal(tested.requests(), 0);
    });

    test('calls its hooks once for a send and once for its result', async (tested) => {
      const sends: SmsSendEvent[] = [];
      const results: SmsResultEvent[] = [];
      tested.observe({
        onSend: (send) => void (isAttempt(send) || sends.push(send)),
        onResult: (event) => void (isAttempt(event) || results.push(event)),
      });
      const result = await tested.sms.sendMessage({
        ...MESSAGE,
        phoneList: [PHONE, '85251234567'],
      });
      assert.equal(sends.length, 1);
      assert.equal(results.length, 1);
      const [send] = sends;
      assert.equal(send!.instance, tested.sms.name);
      assert.equal(send!.template, MESSAGE.verifyTemplateCode);
      assert.equal(send!.outId, result.outId);
      assert.equal(send!.recipients, 2);
      assert.equal(send!.maskedRecipients(), '138****8000,852****4567');
      const [event] = results;
      assert.equal(event!.send, send);
      assert.equal(event!.outcome, 'accepted');
      assert.equal(event!.result, result);
      assert.ok(event!.duration >= 0);
      assert.ok(event!.attempts >= 1);
    });

    test('is not disturbed by a hook that throws or rejects', async (tested) => {
      tested.observe({
        onSend: () => {
          throw new Error('a hook');
        },
        onResult: () => Promise.reject(new Error('a hook')),
      });
      assert.equal((await tested.sms.sendMessage(MESSAGE)).code, 'OK');
    });

    for (const behaviour of ['accept', 'refuse', 'cut', 'unreachable'] as const) {
      test(`shows no number and no value to hooks and in errors: ${behaviour}`, async (tested) => {
        const seen: unknown[] = [];
        tested.observe({
          onSend: (send) => void seen.push(send),
          onResult: (end) => void seen.push(end),
        });
        await tested.behave(behaviour);
        await tested.sms.sendMessage(MESSAGE).catch((error: Error) => {
          seen.push(error, error.message, withoutFrames(error.stack ?? ''), Object.entries(error));
        });
        const { inspect } = await import('node:util');
        for (const each of seen) {
          const inspected = withoutFrames(inspect(each, { depth: 9, getters: false }));
          const shown = inspected + (JSON.stringify(each) ?? '');
          assert.ok(!shown.includes(PHONE), 'a phone number is shown');
          assert.ok(!shown.includes(SECRET), 'a value is shown');
        }
      });
    }

    test('sends in bulk where it can: one result for each message, also for those not valid', async (tested) => {
      const { sms } = tested;
      if (!sms.sendMessages) return;
      const messages = Array.from({ length: 7 }, (_, i) => ({
        ...MESSAGE,
        phoneList: i === 3 ? [] : [`1380013800${i}`],
        params: { code: String(1000 + i) },
      }));
      const results = new Map<number, SmsOutcome>();
      for await (const { index, message, outcome } of sms.sendMessages(messages)) {
        assert.equal(message, messages[index]);
        assert.ok(!results.has(index), 'a message has two results');
        results.set(index, outcome);
      }
      assert.deepEqual(
        messages.map((_, i) => results.get(i)),
        messages.map((_, i) => (i === 3 ? 'invalid' : 'accepted')),
      );
    });
  });
}

function outcomeOf(event: SmsResultEvent): SmsOutcome {
  return event.outcome;
}

/** Of an instance that the tested one sends through. */
function isAttempt({ attemptOf }: { attemptOf?: string }): boolean {
  return attemptOf !== undefined;
}

/** Sends a message that is to fail, and returns the exception and the events of the instance itself. */
async function failedSend(
  { sms, observe }: SmsUnderTest,
  message: SmsMessage,
): Promise<{ error: SmsException; events: SmsResultEvent[] }> {
  const events: SmsResultEvent[] = [];
  observe({ onResult: (event) => void (isAttempt(event) || events.push(event)) });
  const error: unknown = await sms.sendMessage(message).then(
    () => assert.fail('the message was accepted'),
    (thrown: unknown) => thrown,
  );
  assert.ok(isSmsException(error), String(error));
  return { error, events };
}
