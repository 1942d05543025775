import { SmsConfigurationError } from '../errors/setup.errors.js';
import { SmsException } from '../errors/sms.exception.js';
import { type InstanceFailure, SmsRequestException } from '../errors/sms-request.exception.js';

/** What is known of a message that no instance has sent. */
export interface FailoverFailure {
  /** Name of the failover. */
  readonly failover: string;
  readonly failures: readonly InstanceFailure[];
  readonly outId: string | undefined;
}

/** Makes the exception for a message that none of the instances could send. */
export function noneLeft({ failover, failures, outId }: FailoverFailure): SmsRequestException {
  return new SmsRequestException({
    reason: 'failover',
    outcome: 'not-sent',
    detail: `No instance of ${failover} could send (${listOf(failures)})`,
    instance: failover,
    outId,
    failures,
  });
}

/** Makes the exception for a message whose time was over before an instance could send it. */
export function timeOver(
  { failover, failures, outId }: FailoverFailure,
  next: string,
): SmsRequestException {
  const list = failures.length ? ` (${listOf(failures)})` : '';
  return new SmsRequestException({
    reason: 'deadline',
    outcome: 'not-sent',
    detail: `The time of ${failover} (option timeout) was over before ${next} was asked${list}`,
    instance: failover,
    outId,
    failures,
  });
}

/** An instance that cannot be made is one that cannot send. */
export function toException(thrown: unknown, instance: string): SmsException {
  if (thrown instanceof SmsException) return thrown;
  if (thrown instanceof SmsConfigurationError) {
    return new SmsRequestException({
      reason: 'configuration',
      outcome: 'not-sent',
      detail: `SMS instance "${instance}" cannot be used as it is configured`,
      instance,
    });
  }
  throw thrown;
}

export function reasonOf({ code, aliyunCode, reason }: SmsException): string {
  return aliyunCode ?? reason ?? String(code);
}

function listOf(failures: readonly InstanceFailure[]): string {
  return failures.map(({ instance, error }) => `${instance}: ${reasonOf(error)}`).join('; ');
}
