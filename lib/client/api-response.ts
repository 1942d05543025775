import { describeSmsError } from '../errors/catalogue/index.js';
import { flowControlRetryAfter } from '../errors/flow-control.js';
import { redact } from '../errors/redaction.js';
import type { SmsException } from '../errors/sms.exception.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { ApiAnswer } from './api-call.js';
import type { HttpAnswer } from './pool/http-exchange.js';
import type { SensitiveValues } from './sensitive-values.js';

/** What no text may show of a call; asked for only where a text has to be made. */
export type Sensitive = () => SensitiveValues;

/** Reads an answer: the JSON object of HTTP 2xx, or throws what the answer proves. */
export function readAnswer(answer: HttpAnswer, mustBeOk: boolean, sensitive: Sensitive): ApiAnswer {
  const body = parseObject(answer.body);
  const { status, headers } = answer;
  if (!body || (status >= 300 && status < 400)) {
    throw unreadable(status, body ? 'it is a redirect' : 'it is not a JSON object');
  }
  if (status < 300 && (!mustBeOk || body['Code'] === 'OK')) {
    return { statusCode: status, headers, body: mustBeOk ? showable(body, sensitive) : body };
  }
  throw refusal(body, sensitive, status, retryAfterHeader(headers));
}

/** What a `Code` other than `OK` proves: a refusal, or that Aliyun itself does not know. */
function refusal(
  body: Record<string, unknown>,
  sensitive: Sensitive,
  status: number,
  retryAfter: number | undefined,
): SmsException {
  const { Code: code = body['code'], Message: text = body['message'] } = body;
  const requestId = token(body['RequestId'] ?? body['requestId'], sensitive);
  const aliyunCode = codeOf(code, sensitive) ?? (status >= 400 ? `HTTP${status}` : undefined);
  if (aliyunCode === undefined) return unreadable(status, 'it has no Code');
  const { values } = sensitive();
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

/** What is passed on of an answer to hooks, log and telemetry, without what it may say back. */
function showable(body: Record<string, unknown>, sensitive: Sensitive): Record<string, unknown> {
  const { Message: message, BizId, RequestId } = body;
  return {
    ...body,
    Message:
      typeof message === 'string' && message !== 'OK'
        ? redact(message, sensitive().values)
        : message,
    BizId: token(BizId, sensitive),
    RequestId: token(RequestId, sensitive),
  };
}

/** A code of the catalogue is shown even where a value of the message is a part of it. */
function codeOf(code: unknown, sensitive: Sensitive): string | undefined {
  const isKnown =
    typeof code === 'string' && /^[A-Za-z._]+$/.test(code) && describeSmsError(code).known;
  return isKnown ? code : token(code, sensitive);
}

// Aliyun's own ids: they hold nothing of the call, but figures which a code could be found among.
const OWN_ID = /^([\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}|\d{12,24}\^\d{1,3})$/i;

/** Codes and ids are shown as they are, unless they are not what they claim to be. */
function token(value: unknown, sensitive: Sensitive): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  if (OWN_ID.test(value)) return value;
  const { values, phones } = sensitive();
  const text = value.toLowerCase();
  const digits = value.replace(/\D/g, '');
  const isGenuine =
    /^[\w.:^-]{1,100}$/.test(value) &&
    !phones.some((phone) => digits.includes(phone)) &&
    !values.some((secret) => secret.length > 3 && text.includes(secret.toLowerCase()));
  return isGenuine ? value : redact(value, values);
}

/** `x-acs-retry-after` is in milliseconds. */
function retryAfterHeader(headers: Record<string, string>): number | undefined {
  const milliseconds = Number(headers['x-acs-retry-after']);
  return milliseconds > 0 && Number.isFinite(milliseconds) ? milliseconds / 1000 : undefined;
}
