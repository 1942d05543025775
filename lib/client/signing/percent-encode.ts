/**
 * Encodes text as every Aliyun signature requires it (RFC 3986): a space becomes `%20`, `~` stays,
 * and the five characters that `encodeURIComponent` leaves alone are escaped too.
 */
export function percentEncode(text: string): string {
  // Most parameters are numbers, codes, ids and names, which need no encoding.
  if (PLAIN.test(text)) return text;
  const encoded = encodeURIComponent(text);
  return UNESCAPED.test(encoded) ? encoded.replace(UNESCAPED_ALL, escapeChar) : encoded;
}

const PLAIN = /^[\w.~-]*$/;
const UNESCAPED = /[!'()*]/;
const UNESCAPED_ALL = /[!'()*]/g;

function escapeChar(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Returns `name=value` pairs, encoded, sorted by name (UTF-16 code units) and joined with `&`. */
export function canonicalQuery(params: Readonly<Record<string, string>>): string {
  let query = '';
  for (const name of Object.keys(params).sort()) {
    query += `${query && '&'}${percentEncode(name)}=${percentEncode(params[name]!)}`;
  }
  return query;
}
