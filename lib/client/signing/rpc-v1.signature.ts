import { createHmac } from 'node:crypto';
import { canonicalQuery, percentEncode } from './percent-encode.js';

/**
 * Aliyun's older RPC signature (HMAC-SHA1 over the parameters), which `@alicloud/pop-core` and
 * many third-party clients still send. `params` are query and form together, without `Signature`.
 */
export function rpcStringToSign(method: string, params: Readonly<Record<string, string>>): string {
  return `${method}&${percentEncode('/')}&${percentEncode(canonicalQuery(params))}`;
}

/** Base64; the key is the secret followed by `&`. */
export function rpcSignature(stringToSign: string, accessSecret: string): string {
  return createHmac('sha1', `${accessSecret}&`).update(stringToSign).digest('base64');
}
