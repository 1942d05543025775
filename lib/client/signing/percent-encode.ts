/**
 * RFC 3986 encoding as every Aliyun signature wants it: a space is `%20`, `~` stays, and the
 * five characters that `encodeURIComponent` leaves alone are escaped too.
 */
export function percentEncode(text: string): string {
  // Numbers, codes, ids and names, which is what most parameters are.
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

/** `name=value` pairs, encoded and sorted by name (UTF-16 code units), joined with `&`. */
export function canonicalQuery(params: Readonly<Record<string, string>>): string {
  let query = '';
  for (const name of sortedNames(params)) {
    query += `${query && '&'}${percentEncode(name)}=${percentEncode(params[name]!)}`;
  }
  return query;
}

function sortedNames(params: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(params);
  // Those of a send are, and sorting allocates more than the names take.
  return names.every((name, i) => i === 0 || names[i - 1]! < name) ? names : names.sort();
}
