import { createHash } from 'node:crypto';
import type { RedisClient } from './redis-client.interface.js';

/** A Lua script: sent once to each server, called by its digest from then on. */
export class RedisScript {
  readonly #source: string;
  readonly #sha: string;

  constructor(source: string) {
    this.#source = source;
    this.#sha = createHash('sha1').update(source).digest('hex');
  }

  async run(client: RedisClient, keys: string[], args: string[]): Promise<unknown> {
    try {
      return await ('evalSha' in client
        ? client.evalSha(this.#sha, { keys, arguments: args })
        : client.evalsha(this.#sha, keys.length, ...keys, ...args));
    } catch (error) {
      // The server has not seen the script, or has been restarted: it did nothing.
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return 'evalSha' in client
        ? client.eval(this.#source, { keys, arguments: args })
        : client.eval(this.#source, keys.length, ...keys, ...args);
    }
  }
}
