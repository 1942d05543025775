// One of several processes that compete for the same places.
// Arguments: the compiled store and guard, the client's package, Redis, prefix, attempts.
import { once } from 'node:events';

const [, , storeUrl, guardUrl, clientPackage, url, prefix, attempts] = process.argv;
const { RedisLimitStore } = await import(storeUrl);
const { FlowControlGuard } = await import(guardUrl);

const client = await connect();
const store = new RedisLimitStore(client, { prefix });
const guard = new FlowControlGuard({ onStoreError: 'refuse' }, store);

// Ready; the parent lets all processes go at once.
process.send('ready');
await once(process, 'message');
const send = { sign: '某某科技', template: 'SMS_1', phones: ['13800138000'] };
const decisions = await Promise.all(
  Array.from({ length: Number(attempts) }, () => guard.acquire(send)),
);
await (clientPackage === 'ioredis' ? client.quit() : client.close());
process.send(decisions.map(({ outcome }) => outcome));
process.disconnect();

async function connect() {
  if (clientPackage === 'ioredis') return new (await import('ioredis')).Redis(url);
  return (await import('redis')).createClient({ url }).connect();
}
