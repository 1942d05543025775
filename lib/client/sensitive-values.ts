import type { ApiCall } from './api-call.js';
import type { SigningCredentials } from './signing/signable-call.js';

// These are not secret, and a reader of a refusal wants to see them.
const SHOWN = new Set(['SignName', 'SignNameJson', 'TemplateCode', 'OutId', 'BizId', 'SendDate']);

// Phone numbers of SMS (PhoneNumbers), of voice calls (CalledNumber, CalledShowNumber), of number
// verification (PhoneNumber, Mobiles.1.Mobile) and of SMS abroad (To).
const PHONE = /^(Phone|Mobile|Called(Show)?Number|To$)/;

/** What a text may repeat of a call, but must not show. */
export interface SensitiveValues {
  /** Template values, secrets and everything else that was sent. */
  values: readonly string[];
  /** The digits of the phone numbers. `redact` masks every long number without being told. */
  phones: readonly string[];
}

export function sensitiveValues(
  call: Pick<ApiCall, 'query' | 'form'>,
  credentials: SigningCredentials | undefined,
): SensitiveValues {
  const values = new Set<string>();
  const phones = new Set<string>();
  for (const [name, value] of Object.entries({ ...call.query, ...call.form })) {
    if (PHONE.test(name)) collectPhones(phones, value);
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

// One number, a list with commas, or a list as JSON. A list in a form need not be text.
function collectPhones(phones: Set<string>, value: unknown): void {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  for (const [digits] of text.matchAll(/\d{7,}/g)) phones.add(digits);
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
    // It is not JSON, and the text itself is in the list already.
  }
}
