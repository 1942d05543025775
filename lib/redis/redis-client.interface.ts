/** What is used of an `ioredis` client, single or cluster. */
export interface IoRedisClient {
  eval(script: string, keyCount: number, ...keysAndArguments: string[]): Promise<unknown>;
  evalsha(sha: string, keyCount: number, ...keysAndArguments: string[]): Promise<unknown>;
}

/** What is used of a client of the `redis` package, single or cluster; connected by its owner. */
export interface NodeRedisClient {
  eval(script: string, input: { keys: string[]; arguments: string[] }): Promise<unknown>;
  evalSha(sha: string, input: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

export type RedisClient = IoRedisClient | NodeRedisClient;
