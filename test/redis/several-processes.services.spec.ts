import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CompiledLib, compileLib } from './support/compiled-lib.js';
import { RedisServer, WHY_SKIPPED } from './support/redis-server.js';

const CONTENDER = fileURLToPath(new URL('support/contender.mjs', import.meta.url));

describe.skipIf(WHY_SKIPPED)(`Limits shared by several processes${WHY_SKIPPED}`, () => {
  let server: RedisServer;
  let lib: CompiledLib;

  beforeAll(async () => {
    [server, lib] = await Promise.all([
      RedisServer.start(),
      compileLib('common', 'limits', 'redis'),
    ]);
  });
  afterAll(() => Promise.all([server.stop(), lib.remove()]));

  const start = (clientPackage: string, attempts: number): ChildProcess =>
    fork(CONTENDER, [
      lib.url('redis/index.js'),
      lib.url('limits/index.js'),
      clientPackage,
      server.url,
      'processes',
      String(attempts),
    ]);

  it('lets exactly one of 200 sends from four processes with either client pass', async () => {
    const processes = ['ioredis', 'redis', 'ioredis', 'redis'].map((name) => start(name, 50));
    await Promise.all(processes.map((child) => once(child, 'message')));
    const replies = processes.map((child) => once(child, 'message'));
    for (const child of processes) child.send('go');
    const outcomes = (await Promise.all(replies)).flat(2) as string[];
    expect(outcomes.filter((outcome) => outcome === 'granted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'limited')).toHaveLength(199);
  });
});
