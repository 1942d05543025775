import { describeSmsError, isGatewayRefusal } from '../errors/catalogue/index.js';
import { flowControlRetryAfter } from '../errors/flow-control.js';
import { redact } from '../errors/redaction.js';
import type { SmsException } from '../errors/sms.exception.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { HttpResponse } from './pool/http-response.js';
import type { SensitiveValues } from './sensitive-values.js';

/** Aliyun's response with HTTP 2xx: a JSON object, whose `Code` may still be a refusal. */
export interface ApiResponse {
  statusCode: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

/** Returns what no text may show of a call. Called only if a text must be made. */
export type Sensitive = () => SensitiveValues;

/** Returns the JSON object of HTTP 2xx, or throws what the response proves. */
export function parseResponse(
  response: HttpResponse,
  mustBeOk: boolean,
  sensitive: Sensitive,
): ApiResponse {
  const body = parseObject(response.body);
  const { status, headers } = response;
  if (!body || (status >= 300 && status < 400)) {
    throw unreadableResponse(status, body ? 'it is a redirect' : 'it is not a JSON object');
  }
  if (status < 300 && (!mustBeOk || body['Code'] === 'OK')) {
    return { statusCode: status, headers, body: mustBeOk ? redacted(body, sensitive) : body };
  }
  throw toException(body, sensitive, status, retryAfterHeader(headers));
}

/** Says what a `Code` other than `OK` proves: a refusal, or that Aliyun itself does not know. */
function toException(
  body: Record<string, unknown>,
  sensitive: Sensitive,
  status: number,
  retryAfter: number | undefined,
): SmsException {
  const { Code: code = body['code'], Message: text = body['message'] } = body;
  const requestId = redactedToken(body['RequestId'] ?? body['requestId'], sensitive);
  const aliyunCode = redactedCode(code, sensitive) ?? (status >= 400 ? `HTTP${status}` : undefined);
  if (aliyunCode === undefined) return unreadableResponse(status, 'it has no Code');
  const { values } = sensitive();
  if (aliyunCode === 'OK') {
    return unreadableResponse(status, 'it says OK, but not as Aliyun does');
  }

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

export function unreadableResponse(status: number, why: string): SmsRequestException {
  return new SmsRequestException({
    reason: status >= 500 ? 'server-error' : 'unreadable-answer',
    outcome: 'unknown',
    detail: `The endpoint answered HTTP ${status}, but this is not an answer of Aliyun: ${why}`,
    status,
  });
}

/** Whether the message may have been sent all the same. */
function isUncertain(code: string, status: number): boolean {
  // The gateway in front of the service throttles, so nothing was executed, whatever the status is.
  if (/^Throttling(?![a-z])/.test(code)) return false;
  if (status >= 500) return true;
  const { repeat, known } = describeSmsError(code);
  if (known) return repeat === 'care';
  // A 4xx alone is no proof: ServiceTimeout and RequestTimeout come with one too. With 2xx it is the
  // service that answers, whose refusals begin with isv., and not the gateway.
  return status < 300 ? !code.startsWith('isv.') : !isGatewayRefusal(code);
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

/** Returns the body as hooks, log and telemetry may see it: it may repeat values of the call. */
function redacted(body: Record<string, unknown>, sensitive: Sensitive): Record<string, unknown> {
  const { Message: message, BizId, RequestId } = body;
  return {
    ...body,
    Message:
      typeof message === 'string' && message !== 'OK'
        ? redact(message, sensitive().values)
        : message,
    BizId: redactedToken(BizId, sensitive),
    RequestId: redactedToken(RequestId, sensitive),
  };
}

/** A code of the catalogue is shown even if a value of the message is a part of it. */
function redactedCode(code: unknown, sensitive: Sensitive): string | undefined {
  const isKnown =
    typeof code === 'string' && /^[A-Za-z._]+$/.test(code) && describeSmsError(code).known;
  return isKnown ? code : redactedToken(code, sensitive);
}

// Ids that Aliyun makes contain nothing of the call, but a short code could be found among their
// digits by chance.
const ALIYUN_ID = /^([\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}|\d{12,24}\^\d{1,3})$/i;

/** Codes and ids are shown as they are, unless they contain something of the call. */
function redactedToken(value: unknown, sensitive: Sensitive): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  if (ALIYUN_ID.test(value)) return value;
  const { values, phones } = sensitive();
  const text = value.toLowerCase();
  const digits = value.replace(/\D/g, '');
  const isGenuine =
    /^[\w.:^-]{1,100}$/.test(value) &&
    !phones.some((phone) => digits.includes(phone)) &&
    !values.some((secret) => secret.length > 3 && text.includes(secret.toLowerCase()));
  return isGenuine ? value : redact(value, values);
}

/** Returns seconds. The header `x-acs-retry-after` is in milliseconds. */
function retryAfterHeader(headers: Record<string, string>): number | undefined {
  const milliseconds = Number(headers['x-acs-retry-after']);
  return milliseconds > 0 && Number.isFinite(milliseconds) ? milliseconds / 1000 : undefined;
}
