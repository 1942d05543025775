import type { ApiCall } from './api-call.js';
import type { UsableCredentials } from './credentials.js';

// Not secret, and what a reader of a refusal wants to see.
const SHOWN = new Set(['SignName', 'SignNameJson', 'TemplateCode', 'OutId', 'BizId', 'SendDate']);

/**
 * What an echo of this call could show: template values, secrets and whatever else was sent.
 * Phone numbers are not listed: `redact` masks every long number, and a thousand of them would
 * make a thousand patterns.
 */
export function sensitiveValues(
  call: ApiCall,
  credentials: UsableCredentials | undefined,
): string[] {
  const values = new Set<string>();
  for (const [name, value] of Object.entries({ ...call.query, ...call.form })) {
    if (!SHOWN.has(name) && !name.startsWith('Phone')) collect(values, value);
  }
  for (const secret of [
    credentials?.accessKeyId,
    credentials?.accessKeySecret,
    credentials?.securityToken,
  ]) {
    if (secret) values.add(secret);
  }
  return [...values];
}

function collect(values: Set<string>, value: unknown): void {
  if (value === null || value === undefined || values.size > 2000) return;
  if (typeof value === 'object') {
    for (const item of Object.values(value)) collect(values, item);
    return;
  }
  const text = String(value as string | number | boolean);
  values.add(text);
  if (/^\s*[{[]/.test(text)) collectJson(values, text);
}

function collectJson(values: Set<string>, text: string): void {
  try {
    collect(values, JSON.parse(text));
  } catch {
    // Not JSON after all: the text itself is listed already.
  }
}
