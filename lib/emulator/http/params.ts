import { GatewayError } from '../errors.js';

/** Decoded parameters, without a prototype: callers choose the names. */
export type Params = Record<string, string>;

/** More than ten times as many as any operation of Aliyun SMS takes. */
const MAX_PARAMS = 1_000;

/** Adds the pairs of a query string or a form body to `into`. */
export function parseParams(text: string, into: Params = newParams()): Params {
  if (text === '') return into;
  const pairs = text.split('&', MAX_PARAMS + 1);
  if (pairs.length > MAX_PARAMS) throw malformed();
  for (const pair of pairs) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    if (at < 0) into[decode(pair)] = '';
    else into[decode(pair.slice(0, at))] = decode(pair.slice(at + 1));
  }
  return into;
}

export function newParams(): Params {
  return Object.create(null) as Params;
}

function decode(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    throw malformed();
  }
}

function malformed(): GatewayError {
  return new GatewayError(400, 'InvalidParameter', 'The request parameters are not well formed.');
}
