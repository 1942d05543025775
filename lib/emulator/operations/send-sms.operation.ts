import { parseTemplateParam } from '../messages/template-param.js';
import { BusinessError } from './business.error.js';
import { deliver, MAX_RECIPIENTS } from './deliver.js';
import type { Operation } from './operation.js';

/** One text to up to 1,000 numbers. */
export const sendSms: Operation = {
  action: 'SendSms',
  required: ['PhoneNumbers', 'SignName', 'TemplateCode'],
  run(call, context) {
    const { PhoneNumbers, SignName, TemplateCode, TemplateParam, SmsUpExtendCode } = call.params;
    const numbers = PhoneNumbers!.split(',', MAX_RECIPIENTS.SendSms + 1);
    if (numbers.length > MAX_RECIPIENTS.SendSms) {
      throw new BusinessError('isv.MOBILE_COUNT_OVER_LIMIT', '手机号码数量超过限制');
    }
    const templateParam = parseTemplateParam(TemplateParam, context.options.strict);
    const letters = numbers.map((phoneNumber) => ({
      phoneNumber: phoneNumber.trim(),
      signName: SignName!,
      templateParam,
      smsUpExtendCode: SmsUpExtendCode || null,
    }));
    return deliver(call, context, TemplateCode!, letters);
  },
};
