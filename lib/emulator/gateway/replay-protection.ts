import { GatewayError } from '../errors.js';

/** Aliyun's documents show no fraction of a second, but Aliyun accepts one. */
const FORMAT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;
const MAX_SKEW_MS = 15 * 60_000;

/** Compares with the system's clock, not the emulator's: callers sign with the system's time. */
export function verifyTimestamp(timestamp: string): void {
  const time = FORMAT.test(timestamp) ? Date.parse(timestamp) : NaN;
  if (Number.isNaN(time)) {
    throw new GatewayError(
      400,
      'InvalidTimeStamp.Format',
      'Specified time stamp or date value is not well formatted.',
    );
  }
  if (Math.abs(Date.now() - time) > MAX_SKEW_MS) {
    throw new GatewayError(
      400,
      'InvalidTimeStamp.Expired',
      'Specified time stamp or date value is expired.',
    );
  }
}

/** Aliyun remembers nonces for 15 minutes; here a number of them, so that the memory is bounded. */
const GENERATION = 50_000;

/** Remembers the last 50,000 to 100,000 nonces, in two generations. */
export class NonceStore {
  #recent = new Set<string>();
  #older = new Set<string>();

  use(accessKey: string, nonce: string): void {
    const key = `${accessKey} ${nonce}`;
    if (this.#recent.has(key) || this.#older.has(key)) {
      throw new GatewayError(
        400,
        'SignatureNonceUsed',
        'Specified signature nonce was used already.',
      );
    }
    if (this.#recent.size >= GENERATION) {
      this.#older = this.#recent;
      this.#recent = new Set();
    }
    this.#recent.add(key);
  }
}
