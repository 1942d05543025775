import { hash } from 'node:crypto';
import { ACS3_ALGORITHM, sha256Hex } from './acs3.signature.js';

const BLOCK = 64;
const TO_SIGN = `${ACS3_ALGORITHM}\n`;

/**
 * A secret, ready to sign: HMAC-SHA256 with its two padded key blocks made once (RFC 2104). The
 * objects of `createHash` and `createHmac` hold native memory each, and collecting one of either a
 * call cost more than the hashing itself.
 */
export class Acs3Key {
  readonly #inner = Buffer.alloc(BLOCK + TO_SIGN.length + 64, 0x36);
  readonly #outer = Buffer.alloc(BLOCK + 32, 0x5c);

  constructor(accessSecret: string) {
    const bytes = Buffer.from(accessSecret);
    const key = bytes.length > BLOCK ? hash('sha256', bytes, 'buffer') : bytes;
    for (const [i, byte] of key.entries()) {
      this.#inner[i]! ^= byte;
      this.#outer[i]! ^= byte;
    }
    this.#inner.write(TO_SIGN, BLOCK, 'latin1');
  }

  /** The signature of a canonical request in lower-case hex. */
  sign(canonicalRequest: string): string {
    this.#inner.write(sha256Hex(canonicalRequest), BLOCK + TO_SIGN.length, 'latin1');
    this.#outer.write(hash('sha256', this.#inner, 'binary'), BLOCK, 'latin1');
    return hash('sha256', this.#outer, 'hex');
  }
}
