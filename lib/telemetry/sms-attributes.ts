import type { Attributes } from '@opentelemetry/api';
import { redact } from '../errors/redaction.js';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import { SmsRequestException } from '../errors/sms-request.exception.js';
import type { SmsResultEvent, SmsSendEvent } from '../sms/sms-hooks.js';

/** What the conventions want of every client. */
export function clientAttributes(host: string): Attributes {
  const { hostname, port } = new URL(`https://${host}`);
  return {
    'messaging.system': 'aliyun_sms',
    'messaging.operation.name': 'send',
    'server.address': hostname,
    ...(port && { 'server.port': Number(port) }),
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
export function outcomeAttributes({ verdict, result, error }: SmsResultEvent): Attributes {
  const attributes: Attributes = { 'aliyun.sms.outcome': verdict };
  if (result) attributes['aliyun.sms.code'] = result.code;
  if (error instanceof SmsRejectedException) {
    attributes['aliyun.sms.code'] = attributes['error.type'] = label(error.aliyunCode);
  } else if (error instanceof SmsRequestException) {
    attributes['error.type'] = error.reason;
  } else if (error) {
    attributes['error.type'] = error.name;
  }
  return attributes;
}

/** How one send ended, in terms of which each send has its own. */
export function resultAttributes({ attempts, result, error }: SmsResultEvent): Attributes {
  const { requestId } = result ?? (error as SmsRejectedException | SmsRequestException);
  return {
    'aliyun.sms.attempts': attempts,
    ...(requestId && { 'aliyun.sms.request_id': requestId }),
    ...(result && { 'messaging.message.id': result.bizId }),
  };
}

/** A template that does not look like one may be a number or a code that took its place by mistake. */
export function templateLabel(template: string): string {
  return /^SMS_\w{1,40}$/.test(template) ? template : OTHER;
}

// What a strange answer has for a code must not become a label of its own each time.
function label(code: string): string {
  return /^[A-Za-z][\w.:-]{0,80}$/.test(code) ? code : OTHER;
}

const OTHER = '_OTHER';
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
