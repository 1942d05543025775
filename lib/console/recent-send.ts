import {
  describeSmsError,
  SmsRejectedException,
  SmsRequestException,
  type SmsResultEvent,
} from '../index.js';
import type { RecentSend } from './console.wire.js';

/** Describes a send as the page lists it: no phone number in clear, no template value and no secret. */
export function toRecentSend(id: string, event: SmsResultEvent): RecentSend {
  const { instance, send, outcome, duration, attempts, attemptOf, result, error } = event;
  const { aliyunCode, reason, retryAfter } = error ?? {};
  const requestId = (result ?? error)?.requestId;
  const description = aliyunCode ? describeSmsError(aliyunCode) : undefined;
  const template = send?.template ?? null;
  const recipients = send?.recipients ?? 0;
  const to = send?.maskedRecipients() ?? '';
  const status = error instanceof SmsRequestException ? error.status : undefined;
  return {
    id,
    at: new Date(Date.now() - duration).toISOString(),
    instance,
    template,
    recipients,
    to,
    outcome,
    duration: Math.round(duration),
    attempts,
    ...(attemptOf !== undefined && { attemptOf }),
    ...(error && { code: error.code, message: error.message }),
    ...(aliyunCode && { aliyunCode }),
    ...(description && { text: description.text, remedy: description.remedy }),
    ...(reason && { reason }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(requestId && { requestId }),
    ...(result && { bizId: result.bizId }),
    ...(send && { outId: send.outId }),
    request: {
      template,
      sign: send?.sign ?? null,
      params: send?.paramNames() ?? [],
      recipients,
      to,
      outId: send?.outId ?? null,
    },
    answer: {
      aliyunCode: result?.code ?? aliyunCode ?? null,
      aliyunMessage:
        result?.message ?? (error instanceof SmsRejectedException ? error.aliyunMessage : null),
      requestId: requestId ?? null,
      bizId: result?.bizId ?? null,
      status: status ?? null,
    },
    receipts: [],
  };
}
