import { RedisScript } from './redis-script.js';

/** Gives the places of the reservation ARGV[1] back; Redis drops a key that holds none any more. */
export const RELEASE_SCRIPT = new RedisScript(`
for _, key in ipairs(KEYS) do redis.call('ZREM', key, ARGV[1]) end
`);
