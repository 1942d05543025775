import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cluster } from 'ioredis';
import { type RedisClient, RedisLimitStore } from 'nestjs-aliyun-sms/redis';
import { createClient, createCluster } from 'redis';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { FlowControlGuard } from '../../lib/limits/index.js';
import { RedisServer, WHY_SKIPPED } from './support/redis-server.js';

describe.skipIf(WHY_SKIPPED)(`A Redis Cluster${WHY_SKIPPED}`, () => {
  let server: RedisServer;
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'aliyun-sms-'));
    const options = '--cluster-enabled yes --cluster-announce-ip 127.0.0.1 --dir'.split(' ');
    server = await RedisServer.start(...options, directory);
    const admin = createClient({ url: server.url });
    await admin.connect();
    await admin.clusterAddSlotsRange({ start: 0, end: 16_383 });
    const isUp = async () => (await admin.clusterInfo()).includes('cluster_state:ok');
    await vi.waitUntil(isUp, 10_000);
    admin.destroy();
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  });

  const clients: Record<string, () => Promise<RedisClient>> = {
    ioredis: () => {
      const client = new Cluster([{ host: '127.0.0.1', port: server.port }]);
      onTestFinished(() => client.disconnect());
      return Promise.resolve(client);
    },
    redis: async () => {
      const client = createCluster({ rootNodes: [{ url: server.url }] });
      onTestFinished(() => client.destroy());
      await client.connect();
      return client;
    },
  };

  it.each(['ioredis', 'redis'])(
    'takes the places of many numbers at once, through %s',
    async (kind) => {
      const store = new RedisLimitStore(await clients[kind]!(), { prefix: kind });
      const guard = new FlowControlGuard({ onStoreError: 'refuse', storeTimeout: 10_000 }, store);
      const phones = Array.from({ length: 100 }, (_, i) => String(13_800_000_000 + i));
      const send = { sign: '某某科技', template: 'SMS_1', phones };
      expect(await guard.acquire(send)).toMatchObject({ outcome: 'granted' });
      expect(await guard.acquire(send)).toMatchObject({ outcome: 'limited' });
    },
  );
});
