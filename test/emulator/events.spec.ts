import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { Sdk, sendSmsRequest } from './support/sdk.js';
import { useEmulator } from './support/use-emulator.js';

interface Streamed {
  event: string;
  data: unknown;
}

describe('Live events', () => {
  const used = useEmulator();

  /** Opens a stream; `next` gives the following event. */
  async function follow() {
    const request = get(`${used.emulator.url}/_emulator/events`, { agent: false });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const events: Streamed[] = [];
    const waiting: ((event: Streamed) => void)[] = [];
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) {
        const event = /^event: (.*)$/m.exec(block)?.[1] ?? '';
        const streamed = { event, data: JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as unknown };
        const taker = waiting.shift();
        if (taker) taker(streamed);
        else events.push(streamed);
      }
    });
    response.on('error', () => {});
    const next = () =>
      events.length > 0
        ? Promise.resolve(events.shift()!)
        : new Promise<Streamed>((resolve) => waiting.push(resolve));
    return { response, next, stop: () => request.destroy() };
  }

  it('say hello, then what happens', async () => {
    const { response, next, stop } = await follow();
    expect(response.headers['content-type']).toMatch(/^text\/event-stream/);
    expect(await next()).toEqual({ event: 'hello', data: {} });
    await used.sdk.sendSms(sendSmsRequest());
    expect(await next()).toMatchObject({
      event: 'events',
      data: [{ type: 'message', message: { phoneNumber: '13900001234', code: '123456' } }],
    });
    await used.emulator.report(used.emulator.messages()[0]!);
    expect(await next()).toMatchObject({
      data: [{ type: 'receipt', message: { receipt: { state: 'delivered' } } }],
    });
    stop();
  });

  it('ask a reader to fetch anew after a burst', async () => {
    const { next, stop } = await follow();
    await next();
    const phoneNumberJson = JSON.stringify(
      Array.from({ length: 100 }, (_, i) => `139${10_000_000 + i}`),
    );
    const request = new Sdk.SendBatchSmsRequest({
      phoneNumberJson,
      signNameJson: JSON.stringify(Array(100).fill('甲')),
      templateCode: 'SMS_1',
    });
    const many = Array.from({ length: 1_000 }, (_, i) => `138${10_000_000 + i}`).join(',');
    await used.sdk.sendSms(sendSmsRequest({ phoneNumbers: many }));
    expect(await next()).toEqual({ event: 'resync', data: {} });
    await used.sdk.sendBatchSms(request);
    const { event, data } = await next();
    expect(event).toBe('events');
    expect(data).toHaveLength(100);
    stop();
  });
});
