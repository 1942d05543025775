import { Logger } from '@nestjs/common';
import { SmsException } from '../errors/sms.exception.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { FlowControlGuard } from '../limits/index.js';
import { endedBefore } from './ended-before.js';
import type { SendStage } from './send-pipeline.js';

/**
 * Sends a message if the limits of its instance have a place for each recipient. The place is kept
 * where the message was accepted or may have been, and given back where it was not.
 *
 * @throws SmsRejectedException with `local: true` where a limit is reached
 * @throws SmsRequestException where the store of the limits fails and may not be ignored, or the call ends
 * while the store is asked
 */
export function limitsStage(guard: FlowControlGuard): SendStage {
  return async (submission, next) => {
    const { instance, content } = submission.outgoing;
    const { sign = '', template, phones } = content;
    const decision = await guard.acquire({ sign, template, phones }, submission);
    if (decision.outcome === 'limited') {
      const { aliyunCode, aliyunMessage, retryAfter } = decision.refusal;
      throw new SmsRejectedException({ aliyunCode, aliyunMessage, retryAfter, local: true });
    }
    if (decision.outcome === 'ended') throw endedBefore(decision.reason);
    if (decision.outcome === 'store-failed') {
      throw new SmsRequestException({
        reason: 'limit-store',
        outcome: 'not-sent',
        detail: `The limits of this instance cannot be checked: ${decision.error.message}`,
      });
    }

    const { permit, storeError } = decision;
    if (storeError) {
      new Logger('AliyunSms').warn(`A send of ${instance} is not counted: ${storeError.message}`);
    }
    try {
      const result = await next(submission);
      permit.commit();
      return result;
    } catch (error) {
      const mayHaveBeenSent = !(error instanceof SmsException) || error.outcome === 'unknown';
      if (mayHaveBeenSent) permit.commit();
      else await permit.release();
      throw error;
    }
  };
}
