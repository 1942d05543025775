export type { IoRedisClient, NodeRedisClient, RedisClient } from './redis-client.interface.js';
export type { RedisLimitStoreOptions } from './redis-limit.options.js';
export { RedisLimitStore } from './redis-limit.store.js';
