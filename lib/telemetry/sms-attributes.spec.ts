import { describe, expect, it } from 'vitest';
import { SmsRejectedException } from '../errors/sms-rejected.exception.js';
import type { SmsSendEvent } from '../sms/sms-hooks.js';
import {
  clientAttributes,
  idAttribute,
  outcomeAttributes,
  sendAttributes,
  templateLabel,
} from './sms-attributes.js';

describe('the attributes', () => {
  it.each([
    ['dysmsapi.aliyuncs.com', { 'server.address': 'dysmsapi.aliyuncs.com' }],
    ['127.0.0.1:3001', { 'server.address': '127.0.0.1', 'server.port': 3001 }],
    ['[::1]:3001', { 'server.address': '[::1]', 'server.port': 3001 }],
  ])('have the address of %s', (host, expected) => {
    const { 'server.address': address, 'server.port': port } = clientAttributes(host);
    expect({ 'server.address': address, ...(port && { 'server.port': port }) }).toEqual(expected);
  });

  it.each([
    ['SMS_123456789', 'SMS_123456789'],
    ['SMS_SYSTEM_NOTICE', 'SMS_SYSTEM_NOTICE'],
    ['13800138000', '_OTHER'],
    ['SMS_ 1', '_OTHER'],
    [`SMS_${'1'.repeat(41)}`, '_OTHER'],
  ])('show the template %s as %s', (template, shown) => {
    expect(templateLabel(template)).toBe(shown);
  });

  it.each([
    ['isv.BUSINESS_LIMIT_CONTROL', 'isv.BUSINESS_LIMIT_CONTROL'],
    ['a text in the place of a code', '_OTHER'],
    ['x'.repeat(200), '_OTHER'],
  ])('have few values for the code %s', (aliyunCode, shown) => {
    const error = new SmsRejectedException({ aliyunCode, aliyunMessage: 'x' });
    const event = { instance: 'login', outcome: 'refused', duration: 1, attempts: 1 } as const;
    expect(outcomeAttributes({ ...event, error })).toEqual({
      'aliyun.sms.outcome': 'refused',
      'aliyun.sms.code': shown,
      'error.type': shown,
    });
  });

  it('have a count for a batch only', () => {
    const send = (recipients: number) =>
      sendAttributes({ template: 'SMS_1', outId: 'order-7', recipients } as SmsSendEvent);
    expect(send(1)).not.toHaveProperty(['messaging.batch.message_count']);
    expect(send(2)).toMatchObject({ 'messaging.batch.message_count': 2 });
  });

  it.each([
    ['F655A8D5-B967-440B-8683-DAD6FF8DE990', true],
    ['900619746936498440^0', true],
    ['13812348000', false],
    ['k7Qz9w', false],
    [undefined, false],
  ])('show the id %s: %s', (id, shown) => {
    expect(idAttribute('id', id)).toEqual(shown ? { id } : {});
  });

  it('show an outId of ours as it is, digits and all', () => {
    const outId = '01234567-8901-4234-8567-890123456789';
    const send = { template: 'SMS_1', outId, recipients: 1 } as SmsSendEvent;
    expect(sendAttributes(send)).toMatchObject({ 'aliyun.sms.out_id': outId });
  });
});
