import { RedisLimitStore } from 'nestjs-aliyun-sms/redis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FlowControlGuard } from '../../lib/limits/index.js';
import { CLIENTS } from './support/clients.js';
import { RedisServer, WHY_SKIPPED } from './support/redis-server.js';

describe.skipIf(WHY_SKIPPED)(`A Redis that fails${WHY_SKIPPED}`, () => {
  const send = { sign: '某某科技', template: 'SMS_1', phones: ['13800138000'] };

  it.each(['ioredis', 'redis'] as const)(
    'is reported as a timeout when it hangs, by a client of %s',
    async (kind) => {
      const server = await RedisServer.start();
      onTestFinished(() => server.stop());
      const { client, close } = await CLIENTS[kind](server.url);
      onTestFinished(close);
      server.freeze();
      const store = new RedisLimitStore(client);
      const refusing = new FlowControlGuard({ onStoreError: 'refuse', storeTimeout: 50 }, store);
      const allowing = new FlowControlGuard({ onStoreError: 'allow', storeTimeout: 50 }, store);
      expect(await refusing.acquire(send)).toMatchObject({
        outcome: 'store-failed',
        error: { reason: 'timeout' },
      });
      const decision = await allowing.acquire(send);
      expect(decision).toMatchObject({ outcome: 'granted', storeError: { reason: 'timeout' } });
    },
  );

  it.each([
    ['ioredis', 'Connection is closed'],
    ['redis', 'The client is closed'],
  ] as const)('is reported as such when the client of %s is closed', async (kind, reason) => {
    const server = await RedisServer.start();
    onTestFinished(() => server.stop());
    const { client, close } = await CLIENTS[kind](server.url);
    close();
    const guard = new FlowControlGuard({ onStoreError: 'refuse' }, new RedisLimitStore(client));
    expect(await guard.acquire(send)).toMatchObject({ outcome: 'store-failed', error: { reason } });
  });
});
