import type { Dysms } from './sdk.js';

type Operation = (...args: never[]) => Promise<unknown>;

/** Every operation of Aliyun's SMS API, as its official client names and types them. */
export type DysmsOperations = {
  [Name in keyof Dysms as Dysms[Name] extends Operation ? Name : never]: Dysms[Name];
};

/**
 * The official client, made when an operation is first called. All of them answer with a promise,
 * so nobody notices that the SDK is loaded in between.
 */
export function lazyDysmsOperations(create: () => Promise<Dysms>): DysmsOperations {
  let client: Promise<Dysms> | undefined;
  const operations = new Map<string, Operation>();
  const operation = (name: string): Operation => {
    return async (...args) => {
      const loaded = await (client ??= create());
      const method = (loaded as unknown as Record<string, unknown>)[name];
      if (typeof method !== 'function') throw new TypeError(`client.${name} is not an operation`);
      return (method as Operation).apply(loaded, args);
    };
  };
  return new Proxy({} as DysmsOperations, {
    get(_, name) {
      // `then` would make the client look like a promise wherever it is awaited or injected, and
      // JSON.stringify would call `toJSON`.
      if (typeof name !== 'string' || /^(then|toJSON)$/.test(name)) return undefined;
      if (name in Object.prototype) return undefined;
      const known = operations.get(name);
      if (known) return known;
      const created = operation(name);
      operations.set(name, created);
      return created;
    },
  });
}
