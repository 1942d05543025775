import { inspect } from 'node:util';
import type { SmsHooks } from 'nestjs-aliyun-sms';
import { afterEach, describe, expect, it } from 'vitest';
import { LOGIN_CODE } from '../support/app.js';
import {
  ACCEPTED,
  type Misbehaviour,
  respond,
  startMisbehavingServer,
} from '../support/misbehaving-server.js';
import { answer, refusal } from './support/answers.js';
import { drawProviderFailure } from './support/provider-failure.js';
import { Draw } from './support/random-text.js';
import { CleanUp, ending, stand } from './support/stand.js';

describe('hooks, providers and values that could get in the way', () => {
  const cleanUp = new CleanUp();
  afterEach(() => cleanUp.run());

  async function standAt(misbehave: Misbehaviour, options: Parameters<typeof stand>[2] = {}) {
    const server = cleanUp.add(await startMisbehavingServer(misbehave));
    return { server, ...(await stand(cleanUp, server.url, options)) };
  }

  // An async function is a hook to TypeScript too, only to its linter it is not.
  const rejecting = (() => Promise.reject(new Error('late'))) as () => void;
  const broken: [string, SmsHooks][] = [
    ['throws', { onSend: () => fail(), onResult: () => fail() }],
    ['rejects', { onSend: rejecting, onResult: rejecting }],
    ['throws what is no error', { onSend: () => fail('a text'), onResult: () => fail(null) }],
  ];
  it.each(broken)('a hook that %s does not touch the send, nor the process', async (_, hooks) => {
    const faults: unknown[] = [];
    const onFault = (fault: unknown) => void faults.push(fault);
    process.on('unhandledRejection', onFault);
    const { sms, server } = await standAt((socket) => respond(socket, 200, ACCEPTED), { hooks });
    expect(await sms.sendMessage(LOGIN_CODE)).toMatchObject({ code: 'OK' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off('unhandledRejection', onFault);
    expect(faults).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('whatever a credential provider does instead of giving a key, nothing is sent', async () => {
    const { sms, server } = await standAt((socket) => respond(socket, 200, ACCEPTED), {
      accessKey: undefined,
      accessSecret: undefined,
      credential: { getCredential: () => failure.getCredential() },
    });
    let failure = drawProviderFailure(new Draw(0));
    for (let seed = 1; seed <= 300; seed++) {
      failure = drawProviderFailure(new Draw(seed));
      const { error } = await ending(sms.sendMessage(LOGIN_CODE));
      expect(error, `seed ${seed}`).toMatchObject({
        code: 46003,
        reason: 'credentials',
        outcome: 'not-sent',
      });
    }
    expect(server.connections()).toBe(0);
  });

  it.each([
    ['Throttling', 'Throttling.User'],
    ['SYSTEM', 'isp.SYSTEM_ERROR'],
    ['isv.', 'isv.AMOUNT_NOT_ENOUGH'],
  ])('a value of %s does not hide the code %s', async (value, code) => {
    const { sms } = await standAt(answer(200, refusal(code)), { retry: false });
    const { error } = await ending(sms.sendMessage({ ...LOGIN_CODE, params: { value } }));
    expect(inspect(error)).toContain(code);
  });

  it("Aliyun's ids are shown as they are, whatever figures are in them", async () => {
    const RequestId = 'F655A8D5-B967-440B-8683-138123456789';
    const { sms } = await standAt((socket, _, nth) =>
      nth === 1
        ? respond(
            socket,
            200,
            JSON.stringify({ Code: 'OK', BizId: '900613812345678498^0', RequestId }),
          )
        : respond(socket, 200, JSON.stringify({ Code: 'isv.AMOUNT_NOT_ENOUGH', RequestId })),
    );
    const message = { ...LOGIN_CODE, phoneList: ['13812345678'], params: { code: '8683' } };
    expect(await sms.sendMessage(message)).toMatchObject({
      requestId: RequestId,
      bizId: '900613812345678498^0',
    });
    expect((await ending(sms.sendMessage(message))).error).toMatchObject({ requestId: RequestId });
  });
});

function fail(fault: unknown = new Error('a hook of the user')): never {
  throw fault;
}
