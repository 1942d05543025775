import { shownName } from './shown-name.js';
import { SmsRequestException } from './sms-request.exception.js';

/** Makes the exception for a name under which there is no instance. It names no other instance. */
export function unknownInstance(name: unknown): SmsRequestException {
  const instance = shownName(name);
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
