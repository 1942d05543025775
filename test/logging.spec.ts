import { Logger, type LoggerService } from '@nestjs/common';
import { AliyunSmsEmulator } from 'nestjs-aliyun-sms/emulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bootInstance, rejectionOf } from './support/app.js';

const MESSAGE = {
  phoneList: ['13812348000', '+8613912349000', '13712341000', '13612342000'],
  params: { code: 'k7Qz9w' },
  verifyTemplateCode: 'SMS_123456789',
};

describe('the log', () => {
  let emulator: AliyunSmsEmulator;
  let lines: string[];
  const write =
    (level: string) =>
    (text: string, ...rest: string[]) =>
      void lines.push(`${level} [${rest.at(-1)}] ${text}`);
  const logger = { log: write('log'), warn: write('warn'), error: write('error') } as LoggerService;

  beforeAll(async () => (emulator = await AliyunSmsEmulator.start()));
  beforeEach(() => {
    lines = [];
    Logger.overrideLogger(logger);
  });
  afterEach(() => Logger.overrideLogger(false));
  afterAll(() => emulator.close());

  async function lineOf(options: object, message: object = MESSAGE): Promise<string> {
    const { sms, app } = await bootInstance(emulator.url, {
      ...emulator.accounts[0],
      logging: true,
      ...options,
    });
    Logger.overrideLogger(logger);
    await sms.sendMessage(message as never).catch(() => {});
    await app.close();
    const sent = lines.filter((line) => line.includes('[AliyunSms]'));
    expect(sent).toHaveLength(1);
    for (const secret of [
      '13812348000',
      '13912349000',
      'k7Qz9w',
      emulator.accounts[0]!.accessSecret,
    ]) {
      expect(sent[0]).not.toContain(secret);
    }
    return sent[0]!;
  }

  it('has one line for an accepted send, with masked recipients', async () => {
    expect(await lineOf({})).toMatch(
      /^log \[AliyunSms\] accepted instance=default template=SMS_123456789 recipients=138\*{4}8000,139\*{4}9000,137\*{4}1000,\+1 code=OK requestId=[0-9A-F-]{36} \d+ms$/,
    );
  });

  it('warns of a refusal with its code', async () => {
    expect(await lineOf({ accessSecret: 'wrong' })).toMatch(
      /^warn .*refused .*code=46002 aliyunCode=SignatureDoesNotMatch requestId=/,
    );
  });

  it('warns of a message that is not valid, by field', async () => {
    expect(await lineOf({}, { ...MESSAGE, phoneList: [] })).toMatch(
      /^warn .*invalid instance=default code=46001 .*phoneList must not be empty/,
    );
  });

  it('has an error where the outcome is not known to be good', async () => {
    expect(await lineOf({ endpoint: 'http://127.0.0.1:9' })).toMatch(
      /^error .*not-sent instance=default .*code=46003 reason=connect/,
    );
  });

  it('can be turned off', async () => {
    const { sms, app } = await bootInstance(emulator.url, {
      ...emulator.accounts[0],
      logging: false,
    });
    Logger.overrideLogger(logger);
    await sms.sendMessage(MESSAGE);
    await rejectionOf(sms.sendMessage({ ...MESSAGE, phoneList: [] }));
    await app.close();
    expect(lines.filter((line) => line.includes('[AliyunSms]'))).toEqual([]);
  });
});
