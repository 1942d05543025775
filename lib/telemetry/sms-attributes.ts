import type { Attributes } from '@opentelemetry/api';
import { redact } from '../errors/redaction.js';
import type { SmsException } from '../errors/sms.exception.js';
import { SmsErrorCode } from '../errors/sms-error-code.enum.js';
import type { SmsResultEvent, SmsSendEvent } from '../sms/sms-hooks.js';

/** The address of the endpoint. */
export function serverAttributes(host: string): Attributes {
  const { hostname, port } = new URL(`https://${host}`);
  return { 'server.address': hostname, ...(port && { 'server.port': Number(port) }) };
}

/** The attributes that the messaging conventions require of every client that sends. */
export function clientAttributes(host: string): Attributes {
  return {
    'messaging.system': 'aliyun_sms',
    'messaging.operation.name': 'send',
    ...serverAttributes(host),
  };
}

/** The attributes of a send that starts. An `outId` is a text of the caller, so numbers in it are masked. */
export function sendAttributes({ template, outId, recipients }: SmsSendEvent): Attributes {
  return {
    'messaging.operation.type': 'send',
    'aliyun.sms.template': templateLabel(template),
    'aliyun.sms.out_id': UUID.test(outId) ? outId : redact(outId),
    // The conventions allow this attribute for batches only.
    ...(recipients > 1 && { 'messaging.batch.message_count': recipients }),
  };
}

/** The outcome of a send: attributes that have few different values, and so are fit for metrics. */
export function outcomeAttributes({ outcome, result, error }: SmsResultEvent): Attributes {
  return {
    'aliyun.sms.outcome': outcome,
    ...(result && { 'aliyun.sms.code': result.code }),
    ...(error && errorAttributes(error)),
  };
}

const ERROR_ATTRIBUTES = {
  [SmsErrorCode.InvalidParameters]: ({ name }) => ({ 'error.type': name }),
  [SmsErrorCode.Rejected]: ({ aliyunCode = OTHER }) => {
    const code = codeLabel(aliyunCode);
    return { 'aliyun.sms.code': code, 'error.type': code };
  },
  [SmsErrorCode.RequestFailed]: ({ reason = OTHER }) => ({ 'error.type': reason }),
} satisfies Record<SmsErrorCode, (error: SmsException) => Attributes>;

/** The reason of an error: attributes that have few different values, and so are fit for metrics. */
export function errorAttributes(error: SmsException): Attributes {
  return ERROR_ATTRIBUTES[error.code](error);
}

/** The result of one send: attributes that differ from send to send, and so are fit for spans only. */
export function resultAttributes({ attempts, result, error }: SmsResultEvent): Attributes {
  const requestId = (result ?? error)?.requestId;
  return {
    'aliyun.sms.attempts': attempts,
    ...idAttribute('aliyun.sms.request_id', requestId),
    ...idAttribute('messaging.message.id', result?.bizId),
  };
}

/** An id of Aliyun. A value that does not look like an id may be an echo of anything, so it is left out. */
export function idAttribute(name: string, id: unknown): Attributes {
  return typeof id === 'string' && (UUID.test(id) || BIZ_ID.test(id)) ? { [name]: id } : {};
}

/** The code of a template. A value that does not look like one may be a phone number passed by mistake. */
export function templateLabel(template: string): string {
  return /^SMS_\w{1,40}$/.test(template) ? template : OTHER;
}

/** A code of Aliyun. A malformed code of an unknown response must not become a new label each time. */
export function codeLabel(code: string): string {
  return /^[A-Za-z][\w.:-]{0,80}$/.test(code) ? code : OTHER;
}

const OTHER = '_OTHER';
const BIZ_ID = /^\d{15,20}\^\d{1,3}$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
