import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import {
  AliyunSms,
  AliyunSmsModule,
  ConfigField,
  ProviderSms,
  SmsElements,
  type SmsMessage,
  SmsParameterException,
  SmsRegistry,
  SmsType,
} from 'nestjs-aliyun-sms';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boot, KEYS, LOGIN_CODE, rejectionOf } from './support/app.js';

const DEEP = 20_000;
const KINDS: [string, unknown][] = [
  ['arrays', JSON.parse('['.repeat(DEEP) + ']'.repeat(DEEP))],
  ['objects', JSON.parse('{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP))],
];

class BagConfig {
  @ConfigField({ kind: 'json', required: false })
  bag?: object;
}

@SmsType('SMS.Bag', { config: BagConfig, title: { en: 'Bag', zh: 'Bag' } })
class BagSms extends ProviderSms<BagConfig> {
  protected deliver() {
    return Promise.resolve({ bizId: '1' });
  }
}

describe.each(KINDS)(`%s ${DEEP} deep`, (_, deep) => {
  let emulator: AliyunSmsEmulator;
  let root: string;
  let app: INestApplicationContext | undefined;

  beforeAll(async () => {
    emulator = await AliyunSmsEmulator.start({ accounts: [KEYS] });
  });
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'deep-'));
  });
  afterEach(async () => {
    await app?.close();
    app = undefined;
    await rm(root, { recursive: true, force: true });
  });
  afterAll(() => emulator.close());

  async function start(): Promise<INestApplicationContext> {
    app = await boot(
      AliyunSmsModule.forRoot({
        ...KEYS,
        verifySign: '签',
        endpoint: emulator.url,
        logging: false,
        elementsDir: root,
        types: [BagSms],
      }),
    );
    return app;
  }

  it.each<[string, (value: unknown) => unknown]>([
    ['a message', (value) => value],
    ['params', (params) => ({ ...LOGIN_CODE, params })],
    ['a value of params', (code) => ({ ...LOGIN_CODE, params: { code } })],
    ['the list of numbers', (phoneList) => ({ ...LOGIN_CODE, phoneList })],
    ['a number', (phone) => ({ ...LOGIN_CODE, phoneList: [phone] })],
    ['the template', (verifyTemplateCode) => ({ ...LOGIN_CODE, verifyTemplateCode })],
    ['the signature', (verifySign) => ({ ...LOGIN_CODE, verifySign })],
    ['the id', (outId) => ({ ...LOGIN_CODE, outId })],
    ['an unknown property', (x) => ({ ...LOGIN_CODE, x })],
  ])('are 46001 as %s, in single and in bulk', async (__, messageOf) => {
    const sms = (await start()).get(AliyunSms);
    const message = messageOf(deep) as SmsMessage;
    expect(await rejectionOf(sms.sendMessage(message))).toBeInstanceOf(SmsParameterException);
    const outcomes = [];
    for await (const { outcome } of sms.sendMessages([message])) outcomes.push(outcome);
    expect(outcomes).toEqual(['invalid']);
  });

  it('are sent as the text that they are, if a value of params is a text', async () => {
    const sms = (await start()).get(AliyunSms);
    const code = '['.repeat(400) + ']'.repeat(400);
    await sms.sendMessage({ ...LOGIN_CODE, params: { code } });
    expect(emulator.messages()[0]?.templateParam).toMatchObject({ code });
  });

  it('are refused in an element that is saved', async () => {
    const elements = (await start()).get(SmsElements);
    const values = { ...KEYS, verifySign: '签', limits: deep };
    const element = { name: 'login', title: 'x', type: 'SMS.Aliyun', values };
    const error = await rejectionOf(elements.save(element));
    expect([error.name, error.message]).toEqual([
      'SmsElementsError',
      expect.stringContaining('nested deeper than 20 levels'),
    ]);
  });

  it.each(['e.json', 'sms.json'])('are refused in %s', async (file) => {
    await mkdir(join(root, 'login'));
    // As deep as 64 KiB allow.
    const text = Array.isArray(deep)
      ? `{"a":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`
      : '{"a":'.repeat(DEEP / 2) + '1' + '}'.repeat(DEEP / 2);
    const files = { 'e.json': '{"title":"x","type":"SMS.Aliyun"}', 'sms.json': '{}', [file]: text };
    for (const [name, each] of Object.entries(files))
      await writeFile(join(root, 'login', name), each);
    expect((await rejectionOf(start())).message).toMatch(/nested deeper than 20 levels/);
  });

  it('are left out where the instances are listed, as is what holds itself', async () => {
    const registry = (await start()).get(SmsRegistry);
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    registry.register({ name: 'deep', type: 'SMS.Bag', bag: deep });
    registry.register({ name: 'circle', type: 'SMS.Bag', bag: circle });
    expect(registry.list().map(({ name, config }) => [name, config.values])).toEqual([
      ['default', expect.anything()],
      ['deep', {}],
      ['circle', {}],
    ]);
  });
});
