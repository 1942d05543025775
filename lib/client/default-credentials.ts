import type { AliyunCredentialProvider } from './credentials.js';

/**
 * The default chain of `@alicloud/credentials`, loaded when it is first asked. After a failure a new
 * chain is made: the old one would only ever ask the provider that came last.
 */
export function defaultCredentials(): AliyunCredentialProvider {
  return new DefaultCredentialChain();
}

class DefaultCredentialChain implements AliyunCredentialProvider {
  #chain: Promise<AliyunCredentialProvider> | undefined;

  async getCredential() {
    const chain = (this.#chain ??= createChain());
    try {
      return await (await chain).getCredential();
    } catch (error) {
      if (this.#chain === chain) this.#chain = undefined;
      throw error;
    }
  }
}

type ChainConstructor = new () => AliyunCredentialProvider;

async function createChain(): Promise<AliyunCredentialProvider> {
  const { default: root } = await import('@alicloud/credentials');
  // One level deeper under Node's ESM loader than under a transpiled require.
  const Chain = (root as unknown as { default?: ChainConstructor }).default ?? root;
  return new (Chain as unknown as ChainConstructor)();
}
