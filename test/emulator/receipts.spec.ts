import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendSmsRequest } from './support/sdk.js';
import { useEmulator } from './support/use-emulator.js';

const MINUTE = 60_000;
const GOOD = { status: 200, body: '{"code":0,"msg":"接收成功"}' };

type Item = Record<string, unknown>;

describe('Receipts', () => {
  const used = useEmulator();
  let receiver: Server;
  let url: string;
  /** The arrays that were pushed, in their order. */
  let received: Item[][];
  let contentType: string | undefined;
  let answer: { status: number; body: string } | 'silence';

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      let text = '';
      contentType = request.headers['content-type'];
      request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      request.on('end', () => {
        received.push(JSON.parse(text) as Item[]);
        if (answer !== 'silence') response.writeHead(answer.status).end(answer.body);
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/sms/receipts`;
  });
  beforeEach(() => {
    received = [];
    answer = GOOD;
    used.emulator.pushTo(url);
  });
  afterAll(() => {
    receiver.closeAllConnections();
    receiver.close();
  });

  const sent = async (phoneNumbers = '13900001234') => {
    await used.sdk.sendSms(sendSmsRequest({ phoneNumbers, outId: 'o-1' }));
    return used.emulator.messages();
  };

  it('pushes a report as an array of what Aliyun says', async () => {
    const [message] = await sent();
    const [push] = await used.emulator.report(message!);
    expect(push).toMatchObject({ kind: 'SmsReport', state: 'accepted' });
    expect(contentType).toMatch(/^application\/json/);
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as string;
    expect(received).toEqual([
      [
        {
          phone_number: '13900001234',
          send_time: time,
          report_time: time,
          success: true,
          err_code: 'DELIVERED',
          err_msg: '用户接收成功',
          sms_size: '1',
          biz_id: message!.bizId,
          out_id: 'o-1',
        },
      ],
    ]);
    expect(used.emulator.messages({ receipt: 'delivered' })).toHaveLength(1);
  });

  it('pushes a failure with its reason', async () => {
    const [message] = await sent();
    await used.emulator.report(message!, { errCode: 'MOBILE_IN_BLACK' });
    expect(received[0]![0]).toMatchObject({ success: false, err_code: 'MOBILE_IN_BLACK' });
    expect(used.emulator.messages()[0]!.receipt).toMatchObject({
      state: 'failed',
      errCode: 'MOBILE_IN_BLACK',
    });
  });

  it('pushes several in one array, twice, or each by itself and the last first', async () => {
    const messages = await sent('13900001234,13900001235');
    const numbers = () => received.map((items) => items.map((item) => item['phone_number']));
    await used.emulator.report(messages);
    expect(numbers()).toEqual([['13900001235', '13900001234']]);
    received = [];
    await used.emulator.report(messages, { copies: 2, reversed: true });
    expect(numbers()).toEqual([['13900001234'], ['13900001235'], ['13900001234'], ['13900001235']]);
  });

  const bad: [string, typeof answer, string][] = [
    ['an error status', { status: 500, body: GOOD.body }, 'answered with HTTP 500'],
    ['another success status', { status: 204, body: '' }, 'answered with HTTP 204'],
    ['no code', { status: 200, body: '{}' }, 'the answer has no numeric "code"'],
    ['a code in quotes', { status: 200, body: '{"code":"0"}' }, 'the answer has no numeric "code"'],
    ['no JSON', { status: 200, body: 'ok' }, 'the answer has no numeric "code"'],
    ['silence for 700 ms', 'silence', 'no answer within 700 ms'],
  ];
  it.each(bad)('takes %s for a failure', async (_, given, error) => {
    answer = given;
    const [message] = await sent();
    const [push] = await used.emulator.report(message!);
    expect(push).toMatchObject({ state: 'retrying', attempts: [{ error }] });
  });

  it('takes any number as code', async () => {
    answer = { status: 200, body: '{"code":1}' };
    const [message] = await sent();
    expect((await used.emulator.report(message!))[0]!.state).toBe('accepted');
  });

  it('repeats 1, 5 and 10 minutes after a failure, and drops it then', async () => {
    answer = { status: 503, body: '' };
    const [message] = await sent();
    const [push] = await used.emulator.report(message!);
    const { clock } = used.emulator;
    await clock.advance(MINUTE - 1_000);
    expect(received).toHaveLength(1);
    await clock.advance(1_000);
    expect(received).toHaveLength(2);
    await clock.advance(5 * MINUTE);
    expect(received).toHaveLength(3);
    expect(push!.state).toBe('retrying');
    await clock.advance(10 * MINUTE);
    expect(received).toHaveLength(4);
    expect(push!.state).toBe('dropped');
    await clock.advance(24 * 60 * MINUTE);
    expect(received).toHaveLength(4);
  });

  it('does all that becomes due in one long step, and ends with the first success', async () => {
    answer = { status: 503, body: '' };
    const [message] = await sent();
    const [push] = await used.emulator.report(message!);
    await used.emulator.clock.advance(6 * MINUTE);
    answer = GOOD;
    await used.emulator.clock.advance(60 * MINUTE);
    expect(received).toHaveLength(4);
    expect(push).toMatchObject({ state: 'accepted' });
    expect(push!.attempts).toHaveLength(4);
  });

  it('pushes a reply', async () => {
    await sent();
    await used.emulator.reply({ phoneNumber: '+8613900001234', content: 'TD' });
    expect(received).toEqual([
      [
        expect.objectContaining({
          phone_number: '13900001234',
          content: 'TD',
          dest_code: '10690000',
          sign_name: '某某科技',
          sequence_id: '1',
        }),
      ],
    ]);
    expect(used.emulator.replies()).toHaveLength(1);
  });

  it('pushes the results of reviews', async () => {
    used.emulator.putSign({ signName: '甲', state: 'reviewing' });
    used.emulator.putTemplate({ templateCode: 'T', templateContent: 'x', state: 'reviewing' });
    await used.emulator.reviewSign('甲', 'approved');
    await used.emulator.reviewTemplate('T', 'rejected', '原因');
    expect(received).toEqual([
      [expect.objectContaining({ sign_name: '甲', sign_status: 'approved' })],
      [
        expect.objectContaining({
          template_code: 'T',
          template_status: 'rejected',
          reason: '原因',
        }),
      ],
    ]);
  });

  it('reports the magic numbers by itself', async () => {
    await sent('17000003006');
    await used.emulator.clock.advance(1_000);
    expect(received[0]![0]).toMatchObject({ err_code: 'MOBILE_IN_BLACK', success: false });
  });

  it('pushes each kind to its own address, and nothing without one', async () => {
    used.emulator.pushTo({ SmsUp: url });
    const [message] = await sent();
    expect(await used.emulator.report(message!)).toEqual([]);
    await used.emulator.reply({ phoneNumber: '13900001234', content: 'Y' });
    expect(used.emulator.pushes().map((push) => push.kind)).toEqual(['SmsUp']);
    expect(() => used.emulator.pushTo('ftp://a')).toThrow(TypeError);
  });
});

describe('Receipts that come by themselves', () => {
  const used = useEmulator({ autoReceiptAfter: 3_000 });

  it('say delivered once their time has come', async () => {
    await used.sdk.sendSms(sendSmsRequest());
    expect(used.emulator.messages()[0]!.receipt.state).toBe('waiting');
    await used.emulator.clock.advance(3_000);
    expect(used.emulator.messages()[0]!.receipt.state).toBe('delivered');
  });
});
