import { createHash } from 'node:crypto';

/** What is used of an `ioredis` client, single or cluster. */
export interface IoRedisClient {
  eval(script: string, keyCount: number, ...keysAndArguments: string[]): Promise<unknown>;
  evalsha(sha: string, keyCount: number, ...keysAndArguments: string[]): Promise<unknown>;
}

/** What is used of a client of the `redis` package, single or cluster. Its owner connects it. */
export interface NodeRedisClient {
  eval(script: string, input: { keys: string[]; arguments: string[] }): Promise<unknown>;
  evalSha(sha: string, input: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

export type RedisClient = IoRedisClient | NodeRedisClient;

/** A Lua script. Its source is sent once to each server; later calls send its digest. */
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
      if (!isScriptUnknown(error)) throw error;
      return 'evalSha' in client
        ? client.eval(this.#source, { keys, arguments: args })
        : client.eval(this.#source, keys.length, ...keys, ...args);
    }
  }
}

/**
 * Whether the server has never seen the script, or was restarted since: it did nothing then. The
 * first word of an error reply is its code (https://redis.io/docs/latest/develop/reference/protocol-spec/),
 * and both clients have it in the message only.
 */
function isScriptUnknown(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOSCRIPT ');
}
