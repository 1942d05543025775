import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { Logger } from '@nestjs/common';
import { AliyunSms, AliyunSmsModule, SmsRegistry } from 'nestjs-aliyun-sms';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot } from '../support/app.js';
import { withoutFrames } from '../contracts/without-frames.js';
import { type RegisteredSdk, registerSdk } from '../support/opentelemetry.js';
import { NOON_IN_CHINA, stopClock } from '../support/stop-clock.js';
import { drawAnswer, type HostileAnswer } from './support/hostile-answer.js';
import { drawMessage, type Mark, spellings } from './support/marked-message.js';
import { Draw } from './support/random-text.js';
import { drawProviderFailure, type ProviderFailure } from './support/provider-failure.js';

const CASES = Number(process.env['REDACTION_CASES'] ?? 5000);
const SEED = Number(process.env['REDACTION_SEED'] ?? 20_261_123);
const ACCOUNTS = 8;
const SECRET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

interface Account {
  sms: AliyunSms;
  secrets: Mark[];
}

/**
 * Whatever is sent, and whatever comes back, nothing of it is seen. Where this stops: values of one
 * character, values that the endpoint has cut, hashed or encoded as base64, and figures that it puts
 * where a number belongs (x-acs-retry-after).
 */
describe('no phone number, value or secret is ever seen', () => {
  const accounts: Account[] = [];
  const lines: string[] = [];
  const events: unknown[] = [];
  let server: Server;
  let app: INestApplicationContext;
  let failing: AliyunSms;
  let answer: HostileAnswer;
  let failure: ProviderFailure;
  let port: string;
  let sdk: RegisteredSdk;
  let spansSeen = 0;
  stopClock();

  beforeAll(async () => {
    sdk = registerSdk();
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = String((server.address() as AddressInfo).port);
    const hooks = {
      onSend: (event: unknown) => void events.push(event),
      onResult: (event: object) => void events.push({ ...event, duration: 0 }),
    };
    app = await boot(
      AliyunSmsModule.forRoot({
        endpoint: `http://127.0.0.1:${port}`,
        timeout: 8000,
        verifySign: '某某科技',
        retry: false,
        hooks,
      }),
    );
    const registry = app.get(SmsRegistry);
    const draw = new Draw(SEED);
    for (let i = 0; i < ACCOUNTS; i++) {
      const accessKey = `LTAI5t${draw.text(SECRET, 18)}`;
      const accessSecret = draw.text(SECRET, 30);
      const securityToken = i % 2 ? `CAIS${draw.text(`${SECRET}+/=`, 300)}==` : undefined;
      registry.register({ name: `a${i}`, accessKey, accessSecret, securityToken });
      const sms = registry.get(`a${i}`, AliyunSms);
      const secrets = [accessKey, accessSecret, securityToken].filter((text) => text !== undefined);
      accounts.push({ sms, secrets: secrets.map((value) => ({ what: 'secret', value })) });
    }
    registry.register({
      name: 'failing',
      credential: { getCredential: () => failure.getCredential() },
    });
    failing = registry.get('failing', AliyunSms);
    const write = (...texts: unknown[]) => void lines.push(texts.map(String).join(' '));
    Logger.overrideLogger({ log: write, warn: write, error: write, debug: write, verbose: write });
  });
  afterAll(async () => {
    Logger.overrideLogger(false);
    await sdk.remove();
    await app.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Makes one case out of a seed: what was seen of it, and what must not have been. */
  async function run(id: number): Promise<{ shown: string[]; marks: Mark[]; end: string }> {
    const draw = new Draw(SEED + id * 7919);
    lines.length = events.length = 0;
    answer = drawAnswer(draw);
    const { message, marks } = drawMessage(draw, id, port);
    const { sms, secrets } = draw.from(accounts);
    const road = draw.below(100);
    let work: Promise<unknown>;
    if (road < 8) {
      failure = drawProviderFailure(draw);
      work = failing.sendMessage(message);
      marks.push(...failure.marks);
    } else if (road < 16) {
      work = sms.sendMessage(spoilt(message, draw) as never);
    } else if (road < 20) {
      const controller = new AbortController();
      work = sms.sendMessage({ ...message, signal: controller.signal });
      controller.abort(new Error(JSON.stringify(message)));
    } else if (road < 26) {
      const phone = message.phoneList[0]!;
      work = sms.findMessage({ outId: message.outId, phone, sentAt: NOON_IN_CHINA });
    } else {
      work = sms.sendMessage(message);
    }
    const { end, shown } = await work.then(
      () => ({ end: 'accepted', shown: [] as string[] }),
      (error: Error) => ({ end: error.name, shown: faces(error) }),
    );
    shown.push(...lines, ...events.map(show), JSON.stringify(events), ...newSpans());
    return { shown, marks: [...marks, ...secrets], end };
  }

  function newSpans(): string[] {
    const spans = sdk.spans().slice(spansSeen);
    spansSeen += spans.length;
    return spans.map(({ name, attributes, events: ofSpan, status }) =>
      JSON.stringify({ name, attributes, ofSpan, status }),
    );
  }

  /** Every label under which anything was counted. */
  async function labels(): Promise<string> {
    const points = Object.values(await sdk.metrics()).flat();
    return JSON.stringify(points.map(({ attributes }) => attributes)).toLowerCase();
  }

  it(`in ${CASES} cases from seed ${SEED}`, { timeout: 600_000 }, async () => {
    const ends: Record<string, number> = {};
    const leaks: string[] = [];
    const all: Mark[] = [];
    for (let id = 0; id < CASES && leaks.length < 10; id++) {
      const { shown, marks, end } = await run(id);
      ends[end] = (ends[end] ?? 0) + 1;
      all.push(...marks);
      const text = shown.map(withoutFigures).join('\n').toLowerCase();
      for (const mark of marks) {
        const at = Math.max(...spellings(mark).map((spelling) => text.indexOf(spelling)));
        if (at < 0) continue;
        const where = text.slice(Math.max(0, at - 150), at + 150);
        leaks.push(`case ${id} of seed ${SEED} shows the ${mark.what} ${mark.value} in …${where}…`);
        break;
      }
    }
    expect(leaks.join('\n\n')).toBe('');
    expect(spansSeen).toBeGreaterThan(CASES / 2);
    const counted = await labels();
    // Shorter ones are found in any text, be it the name of an instance.
    const long = all.filter(({ value }) => value.length > 5);
    expect(long.filter((mark) => spellings(mark).some((word) => counted.includes(word)))).toEqual(
      [],
    );
    // The generator must reach every kind of end, or it proves little.
    expect(Object.keys(ends).sort()).toEqual([
      'SmsParameterException',
      'SmsRejectedException',
      'SmsRequestException',
      'accepted',
    ]);
    for (const count of Object.values(ends)) expect(count).toBeGreaterThan(CASES / 100);
  });
});

function show(value: unknown): string {
  return inspect(value, { depth: 10, showHidden: true, maxStringLength: null });
}

/** Every form in which an error gets into a log, its causes too. */
function faces(error: unknown): string[] {
  const shown: string[] = [];
  for (let each = error as Error | undefined; each; each = each.cause as Error | undefined) {
    shown.push(String(each), each.message, each.stack ?? '', show(each), JSON.stringify(each));
  }
  return shown;
}

function withoutFigures(text: string): string {
  return (
    withoutFrames(text)
      .replace(/ \d+ms$/, '')
      // Seconds until the next month, say: figures of the clock, among which any core can turn up.
      .replace(/"?retryAfter"?: ?[\d.]+/g, '')
  );
}

/** A message that is refused before it is sent, for what it holds. */
function spoilt(message: Record<string, unknown> & { phoneList: string[] }, draw: Draw): unknown {
  const [phone] = message.phoneList as [string];
  const value = Object.values(message['params'] as object)[0] as string;
  // What looks like a name cannot be told from one, and names are shown.
  const asName = `${value} `;
  return draw.from<unknown>([
    { ...message, phoneList: [phone, `${phone}0000000`] },
    { ...message, phoneList: [`${phone} ${value}`] },
    { ...message, phoneList: phone },
    { ...message, params: { [phone]: { value } } },
    { ...message, params: { [asName]: [value] } },
    { ...message, params: value },
    { ...message, [phone]: value },
    { ...message, [asName]: phone },
    { ...message, verifyTemplateCode: { value } },
    { ...message, smsUpExtendCode: `${phone}x` },
    { ...message, outId: `${value}${'x'.repeat(300)}` },
    { ...message, signal: value },
    `${phone}${value}`,
  ]);
}
