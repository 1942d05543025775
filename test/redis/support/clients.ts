import { Redis } from 'ioredis';
import type { RedisClient } from 'nestjs-aliyun-sms/redis';
import { createClient } from 'redis';

export interface Connection {
  client: RedisClient;
  close: () => void;
}

/** How a user of each package makes a client. Errors of a server that a test stops are expected. */
export const CLIENTS: Record<'ioredis' | 'redis', (url: string) => Promise<Connection>> = {
  ioredis: async (url) => {
    const client = new Redis(url, { lazyConnect: true });
    client.on('error', () => {});
    await client.connect();
    return { client, close: () => client.disconnect() };
  },
  redis: async (url) => {
    const client = createClient({ url });
    client.on('error', () => {});
    await client.connect();
    return { client, close: () => client.destroy() };
  },
};
