export type { IoRedisClient, NodeRedisClient, RedisClient } from './redis-client.js';
export { RedisLimitStore, type RedisLimitStoreOptions } from './redis-limit.store.js';
