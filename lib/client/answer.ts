import { describeSmsError } from '../errors/catalogue/index.js';
import { flowControlRetryAfter } from '../errors/flow-control.js';
import { redact } from '../errors/redaction.js';
import type { SmsException } from '../errors/sms.exception.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { ApiAnswer } from './api-call.js';
import type { HttpAnswer } from './http-call.js';

/** The values of a call that no text may show; asked for only where a text has to be made. */
export type SensitiveValues = () => readonly string[];

/** Reads an answer: the JSON object of HTTP 2xx, or throws what the answer proves. */
export function readAnswer(
  answer: HttpAnswer,
  mustBeOk: boolean,
  sensitive: SensitiveValues,
): ApiAnswer {
  const body = parseObject(answer.body);
  const { status, headers } = answer;
  if (!body || (status >= 300 && status < 400)) {
    throw unreadable(status, body ? 'it is a redirect' : 'it is not a JSON object');
  }
  if (status < 300 && (!mustBeOk || body['Code'] === 'OK')) {
    return { statusCode: status, headers, body };
  }
  throw refusal(body, sensitive(), status, retryAfterHeader(headers));
}

/** What a `Code` other than `OK` proves: a refusal, or that Aliyun itself does not know. */
function refusal(
  body: Record<string, unknown>,
  values: readonly string[],
  status: number,
  retryAfter: number | undefined,
): SmsException {
  const { Code: code = body['code'], Message: text = body['message'] } = body;
  const requestId = token(body['RequestId'] ?? body['requestId'], values);
  const aliyunCode = token(code, values) ?? (status >= 400 ? `HTTP${status}` : undefined);
  if (aliyunCode === undefined) return unreadable(status, 'it has no Code');
  if (aliyunCode === 'OK') return unreadable(status, 'it says OK, but not as Aliyun does');

  const message = typeof text === 'string' ? text : 'no text given';
  if (isUncertain(aliyunCode, status)) {
    return new SmsRequestException({
      reason: 'server-error',
      outcome: 'unknown',
      detail:
        `Aliyun answered HTTP ${status} with ${aliyunCode} (${redact(message, values)}), ` +
        'which is no proof of a refusal',
      status,
      requestId,
    });
  }
  return new SmsRejectedException({
    aliyunCode,
    aliyunMessage: redact(message, values),
    requestId,
    retryAfter: retryAfter ?? flowControlRetryAfter(aliyunCode, message, Date.now()),
  });
}

export function unreadable(status: number, why: string): SmsRequestException {
  return new SmsRequestException({
    reason: status >= 500 ? 'server-error' : 'unreadable-answer',
    outcome: 'unknown',
    detail: `The endpoint answered HTTP ${status}, but this is not an answer of Aliyun: ${why}`,
    status,
  });
}

function isUncertain(code: string, status: number): boolean {
  // Throttling is answered by the gateway in front of the service, whatever the status.
  if (code.startsWith('Throttling')) return false;
  if (status >= 500) return true;
  const { repeat, known } = describeSmsError(code);
  // A code that nobody knows refuses where the gateway puts it into a 4xx; a 200 proves nothing.
  return repeat === 'care' && (known || code.startsWith('isp.') || status < 300);
}

function parseObject(body: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Codes and ids are shown as they are, unless they are not what they claim to be. */
function token(value: unknown, sensitive: readonly string[]): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const genuine = /^[\w.:-]{1,100}$/.test(value) && !/\d{11}/.test(value);
  return genuine && !sensitive.some((secret) => secret.length > 3 && value.includes(secret))
    ? value
    : redact(value, sensitive);
}

/** `x-acs-retry-after` is in milliseconds. */
function retryAfterHeader(headers: Record<string, string>): number | undefined {
  const milliseconds = Number(headers['x-acs-retry-after']);
  return milliseconds > 0 && Number.isFinite(milliseconds) ? milliseconds / 1000 : undefined;
}
