import type { Params } from '../http/params.js';
import { normalizePhoneNumber } from '../model/phone-number.js';

/** The numbers that a call names, whatever its action; empty where they cannot be read. */
export function recipientsOf({ PhoneNumbers, PhoneNumberJson, PhoneNumber }: Params): string[] {
  const written = PhoneNumberJson
    ? readArray(PhoneNumberJson)
    : (PhoneNumbers ?? PhoneNumber ?? '').split(',');
  return written.map((each) => normalizePhoneNumber(each.trim()) ?? each);
}

function readArray(json: string): string[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
