import { type ApiResponse, unreadableResponse } from '../client/api-response.js';
import type { OutgoingMessage } from '../sms/outgoing-message.js';
import type { SendMessageResult } from '../sms/sms-message.js';

/** The operation of Aliyun that carries a message, with its parameters. */
interface SendOperation {
  action: 'SendSms' | 'SendBatchSms';
  query: Record<string, string>;
  form?: Record<string, string>;
}

/** SendSms for one text to all, SendBatchSms for a text of its own to each. */
export function toSendOperation({ outId, content }: OutgoingMessage): SendOperation {
  const { template, sign = '', phones, params, extendCode } = content;
  if (Array.isArray(params)) {
    const query = { OutId: outId, TemplateCode: template };
    const forEach = (value: string) => JSON.stringify(phones.map(() => value));
    const form: Record<string, string> = {
      PhoneNumberJson: JSON.stringify(phones),
      SignNameJson: forEach(sign),
      TemplateParamJson: JSON.stringify(params),
    };
    if (extendCode) form['SmsUpExtendCodeJson'] = forEach(extendCode);
    return { action: 'SendBatchSms', query, form };
  }
  const query: Record<string, string> = {
    OutId: outId,
    PhoneNumbers: phones.join(','),
    SignName: sign,
    TemplateCode: template,
    TemplateParam: JSON.stringify(params),
  };
  if (extendCode) query['SmsUpExtendCode'] = extendCode;
  return { action: 'SendSms', query };
}

/** @throws SmsRequestException for an OK that no delivery report could be matched to */
export function toSendResult({ body, statusCode }: ApiResponse, outId: string): SendMessageResult {
  const { Message: message, BizId: bizId, RequestId: requestId } = body;
  if (typeof bizId !== 'string' || bizId === '') {
    throw unreadableResponse(statusCode, 'it says OK without a BizId');
  }
  return {
    code: 'OK',
    message: typeof message === 'string' ? message : 'OK',
    bizId,
    requestId: typeof requestId === 'string' ? requestId : '',
    outId,
  };
}
