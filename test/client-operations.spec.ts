import { QuerySendDetailsRequest } from '@alicloud/dysmsapi20170525';
import { ExtendsParameters, RuntimeOptions } from '@alicloud/tea-util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bootInstance, rejectionOf } from './support/app.js';
import {
  type Misbehaviour,
  respond,
  startMisbehavingServer,
} from './support/misbehaving-server.js';

const REQUEST = { phoneNumber: '13800138000', pageSize: 10, currentPage: 1, sendDate: '20250601' };

async function clientOf(misbehave: Misbehaviour) {
  const server = await startMisbehavingServer(misbehave);
  const { sms, app } = await bootInstance(server.url, { timeout: 20_000 });
  onTestFinished(async () => {
    await app.close();
    await server.close();
  });
  const query = (runtime: Partial<RuntimeOptions>) =>
    sms.client.querySendDetailsWithOptions(
      new QuerySendDetailsRequest(REQUEST),
      // The SDK's own type of the same shape.
      new RuntimeOptions(runtime) as never,
    );
  return { server, client: sms.client, query };
}

const answer: Misbehaviour = (socket) => respond(socket, 200, '{"Code":"OK"}');

describe('an operation of the client', () => {
  it('takes no longer than the readTimeout that it is given', async () => {
    const { query } = await clientOf(() => {});
    const error = await rejectionOf(query({ readTimeout: 30 }));
    expect(error).toMatchObject({ reason: 'deadline' });
    expect(error.message).toContain(' within 30 ms');
  });

  it('sends parameters and headers of its runtime options, and its own before them', async () => {
    const { query, server } = await clientOf(answer);
    const extendsParameters = new ExtendsParameters({
      queries: { Extra: 'more', PageSize: '99' },
      headers: { 'x-acs-extra': 'header' },
    });
    await query({ extendsParameters });
    const [head] = server.requests;
    expect(head).toMatch(/^POST \/\?\S*\bExtra=more&/);
    expect(head).toContain('PageSize=10&');
    expect(head).toMatch(/\r\nx-acs-extra: header\r\n/i);
    expect(head).toMatch(/SignedHeaders=[^,]*;x-acs-extra;/);
  });

  it('may be taken from the client, which is no promise and holds nothing else', async () => {
    const { client, server } = await clientOf(answer);
    const take = () =>
      Reflect.get(client, 'querySendDetails') as (request: object) => Promise<unknown>;
    const taken = take();
    expect(take()).toBe(taken);
    await taken(new QuerySendDetailsRequest(REQUEST));
    expect(server.requests).toHaveLength(1);

    const any = client as unknown as Record<string | symbol, () => Promise<unknown>>;
    expect([any['then'], any['toJSON'], any[Symbol.iterator]]).toEqual(Array(3).fill(undefined));
    expect(any['hasOwnProperty']).toBeUndefined();
    expect(any['thenable']).toBeInstanceOf(Function);
    expect(any['no then']).toBeInstanceOf(Function);
    expect((await rejectionOf(any['thenable']!())).message).toBe(
      'client.thenable is not an operation',
    );
  });
});
