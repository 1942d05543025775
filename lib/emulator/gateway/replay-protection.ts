import { GatewayError } from '../errors.js';

/** Half of the nonces that are remembered. Aliyun remembers 15 minutes; here memory is bounded. */
const GENERATION = 50_000;

/** Remembers the last 50,000 to 100,000 nonces. */
export class NonceStore {
  private recent = new Set<string>();
  private older = new Set<string>();

  use(accessKey: string, nonce: string): void {
    const key = `${accessKey} ${nonce}`;
    if (this.recent.has(key) || this.older.has(key)) {
      throw new GatewayError(
        400,
        'SignatureNonceUsed',
        'Specified signature nonce was used already.',
      );
    }
    if (this.recent.size >= GENERATION) {
      this.older = this.recent;
      this.recent = new Set();
    }
    this.recent.add(key);
  }
}
