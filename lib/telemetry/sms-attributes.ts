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

/** What the conventions want of every client that sends. */
export function clientAttributes(host: string): Attributes {
  return {
    'messaging.system': 'aliyun_sms',
    'messaging.operation.name': 'send',
    ...serverAttributes(host),
  };
}

/** What is known when a send starts. An `outId` is the caller's own text, so numbers in it are masked. */
export function sendAttributes({ template, outId, recipients }: SmsSendEvent): Attributes {
  return {
    'messaging.operation.type': 'send',
    'aliyun.sms.template': templateLabel(template),
    'aliyun.sms.out_id': UUID.test(outId) ? outId : redact(outId),
    // The conventions want it for batches only.
    ...(recipients > 1 && { 'messaging.batch.message_count': recipients }),
  };
}

/** How it ended, in terms of few values. */
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

/** Why it failed, in terms of few values. */
export function errorAttributes(error: SmsException): Attributes {
  return ERROR_ATTRIBUTES[error.code](error);
}

/** How one send ended, in terms of which each send has its own. */
export function resultAttributes({ attempts, result, error }: SmsResultEvent): Attributes {
  const requestId = (result ?? error)?.requestId;
  return {
    'aliyun.sms.attempts': attempts,
    ...idAttribute('aliyun.sms.request_id', requestId),
    ...idAttribute('messaging.message.id', result?.bizId),
  };
}

/** An id that Aliyun gave; what does not look like one may be an echo of anything, and is left out. */
export function idAttribute(name: string, id: unknown): Attributes {
  return typeof id === 'string' && (UUID.test(id) || BIZ_ID.test(id)) ? { [name]: id } : {};
}

/** A template that does not look like one may be a number or a code that took its place by mistake. */
export function templateLabel(template: string): string {
  return /^SMS_\w{1,40}$/.test(template) ? template : OTHER;
}

/** What a strange answer has for a code must not become a label of its own each time. */
export function codeLabel(code: string): string {
  return /^[A-Za-z][\w.:-]{0,80}$/.test(code) ? code : OTHER;
}

const OTHER = '_OTHER';
const BIZ_ID = /^\d{15,20}\^\d{1,3}$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
