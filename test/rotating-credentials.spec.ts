import { expect, it } from 'vitest';
import { bootInstance, LOGIN_CODE } from './support/app.js';
import { ACCEPTED, respond, startMisbehavingServer } from './support/misbehaving-server.js';

it('a credential provider is asked for each attempt, so that a key may rotate between two', async () => {
  const throttled = JSON.stringify({ Code: 'Throttling.User', Message: 'm', RequestId: 'R' });
  const server = await startMisbehavingServer((socket, _, nth) =>
    nth === 1 ? respond(socket, 400, throttled) : respond(socket, 200, ACCEPTED),
  );
  let asked = 0;
  const getCredential = () => {
    asked++;
    return Promise.resolve({ accessKeyId: `LTAI5tKey${asked}`, accessKeySecret: `s${asked}` });
  };
  const { sms, app } = await bootInstance(server.url, {
    accessKey: undefined,
    accessSecret: undefined,
    credential: { getCredential },
    retry: { attempts: 2, baseDelay: 1, maxDelay: 1 },
  } as never);
  await sms.sendMessage(LOGIN_CODE);
  const keys = server.requests.map((head) => /Credential=(\w+)/.exec(head)?.[1]);
  expect(keys).toEqual(['LTAI5tKey1', 'LTAI5tKey2']);
  await app.close();
  await server.close();
});
