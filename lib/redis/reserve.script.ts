import { RedisScript } from './redis-script.js';

/**
 * Takes a place under every key, or none.
 *
 * KEYS: one sorted set a slot, of reservations by the millisecond in which they were made.
 * ARGV: id of the reservation; lists of windows `[[[limit, ms], …], …]` as JSON; for each key which
 * list is its own, from 1.
 *
 * The time is the server's, so that processes whose clocks differ agree. A client that lost its
 * connection may send the command again: the id then holds its places already, and is granted them.
 */
export const RESERVE_SCRIPT = new RedisScript(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local id = ARGV[1]
local lists = cjson.decode(ARGV[2])

if redis.call('ZSCORE', KEYS[1], id) then return {1} end

local longest, slot, window = 0, 0, 0
for i, key in ipairs(KEYS) do
  for j, w in ipairs(lists[tonumber(ARGV[i + 2])]) do
    local decisive = redis.call('ZREVRANGE', key, w[1] - 1, w[1] - 1, 'WITHSCORES')[2]
    if decisive then
      local wait = tonumber(decisive) + w[2] - now
      if wait > longest then longest, slot, window = wait, i - 1, j - 1 end
    end
  end
end
if longest > 0 then return {0, slot, window, longest} end

for i, key in ipairs(KEYS) do
  local span = 0
  for _, w in ipairs(lists[tonumber(ARGV[i + 2])]) do span = math.max(span, w[2]) end
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - span)
  redis.call('ZADD', key, now, id)
  redis.call('PEXPIRE', key, span)
end
return {1}
`);
