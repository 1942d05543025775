import type { ApiCall } from './api-call.js';
import type { UsableCredentials } from './credentials.js';

// Not secret, and what a reader of a refusal wants to see.
const SHOWN = new Set(['SignName', 'SignNameJson', 'TemplateCode', 'OutId', 'BizId', 'SendDate']);

/** What an echo of a call could show. */
export interface SensitiveValues {
  /** Template values, secrets and whatever else was sent. */
  values: readonly string[];
  /** The digits of the phone numbers: `redact` masks every long number without being told. */
  phones: readonly string[];
}

export function sensitiveValues(
  call: ApiCall,
  credentials: UsableCredentials | undefined,
): SensitiveValues {
  const values = new Set<string>();
  const phones = new Set<string>();
  for (const [name, value] of Object.entries({ ...call.query, ...call.form })) {
    if (name.startsWith('Phone')) collectPhones(phones, value);
    else if (!SHOWN.has(name)) collect(values, value);
  }
  for (const secret of [
    credentials?.accessKeyId,
    credentials?.accessKeySecret,
    credentials?.securityToken,
  ]) {
    if (secret) values.add(secret);
  }
  return { values: [...values], phones: [...phones] };
}

// One number, a list with commas, or a JSON array.
function collectPhones(phones: Set<string>, value: unknown): void {
  for (const [run] of String(value).matchAll(/\d{7,}/g)) phones.add(run);
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
