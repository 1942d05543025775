import { createHmac } from 'node:crypto';
import { canonicalQuery, percentEncode } from './percent-encode.js';

/**
 * Returns the text that Aliyun's older RPC signature (HMAC-SHA1 over the parameters) signs.
 * `@alicloud/pop-core` and many third-party clients still use it, so the emulator verifies it.
 *
 * @param params query and form together, without `Signature`
 */
export function rpcStringToSign(method: string, params: Readonly<Record<string, string>>): string {
  return `${method}&${percentEncode('/')}&${percentEncode(canonicalQuery(params))}`;
}

/** Returns the signature in Base64. The HMAC key is the secret, followed by `&`. */
export function rpcSignature(stringToSign: string, accessSecret: string): string {
  return createHmac('sha1', `${accessSecret}&`).update(stringToSign).digest('base64');
}
