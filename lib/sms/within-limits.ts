import { Logger } from '@nestjs/common';
import { SmsException } from '../errors/sms.exception.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { FlowControlGuard } from '../limits/index.js';
import type { Send } from './send.js';

/**
 * Submits a message if the limits of its instance have a place for each recipient. The place is
 * kept where the message was accepted or may have been, and given back where it was not.
 *
 * @throws SmsRejectedException with `local: true` where a limit is reached
 * @throws SmsRequestException where the store of the limits fails and may not be ignored
 */
export async function withinLimits<T>(
  guard: FlowControlGuard,
  send: Send,
  submit: () => Promise<T>,
): Promise<T> {
  const { sign, phones } = send.reveal();
  const decision = await guard.acquire({ sign, template: send.template, phones });
  if (decision.outcome === 'limited') {
    const { aliyunCode, aliyunMessage, retryAfter } = decision.refusal;
    throw new SmsRejectedException({ aliyunCode, aliyunMessage, retryAfter, local: true });
  }
  if (decision.outcome === 'store-failed') {
    throw new SmsRequestException({
      reason: 'limit-store',
      outcome: 'not-sent',
      detail: `The limits of this instance cannot be checked: ${decision.error.message}`,
    });
  }

  const { permit, storeError } = decision;
  if (storeError) {
    new Logger('AliyunSms').warn(
      `A send of ${send.instance} is not counted: ${storeError.message}`,
    );
  }
  try {
    const result = await submit();
    permit.commit();
    return result;
  } catch (error) {
    if (isProvenNotSent(error)) await permit.release();
    else permit.commit();
    throw error;
  }
}

function isProvenNotSent(error: unknown): boolean {
  if (error instanceof SmsRequestException) return error.outcome === 'not-sent';
  return error instanceof SmsException;
}
