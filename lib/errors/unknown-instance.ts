import { SmsRequestException } from './sms-request.exception.js';

// A name may come from a request of anybody: what is longer is no name of an instance.
const MAX_SHOWN = 64;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Makes the exception for a name under which there is no instance. It names no other instance. */
export function unknownInstance(name: string): SmsRequestException {
  const instance = shown(String(name));
  return new SmsRequestException({
    reason: 'unknown-instance',
    outcome: 'not-sent',
    detail:
      `There is no SMS instance "${instance}": register it with AliyunSmsModule.forRoot(...) or ` +
      'AliyunSmsModule.forFeature([{ name, ... }]), as an element folder, or with registry.register(...); ' +
      'one of a tenant is loaded by registry.load(name)',
    instance,
  });
}

function shown(name: string): string {
  const text = name.length > MAX_SHOWN ? `${name.slice(0, MAX_SHOWN)}…` : name;
  return text.replace(UNPRINTABLE, '�');
}
