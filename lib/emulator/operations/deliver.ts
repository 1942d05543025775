import type { EmulatorContext } from '../control/emulator.context.js';
import { messageParts } from '../model/message-content.js';
import { normalizePhoneNumber } from '../model/phone-number.js';
import { renderMessage } from '../messages/render-message.js';
import type { TemplateParam } from '../messages/template-param.js';
import { findVerificationCode } from '../messages/verification-code.js';
import { WAITING } from '../model/receipt.js';
import { BusinessError } from './business.error.js';
import type { OperationCall } from './operation.js';
import { checkCall, checkLetter } from './rules/bound.rules.js';
import { checkContent } from './strict.rules.js';
import { checkSign } from './rules/sign.rules.js';
import { checkTemplate } from './rules/template.rules.js';

/** Recipients a call, by Aliyun's documents of the two operations. */
export const MAX_RECIPIENTS = { SendSms: 1_000, SendBatchSms: 100 } as const;

export interface Letter {
  phoneNumber: string;
  signName: string;
  templateParam: TemplateParam;
  smsUpExtendCode: string | null;
}

/** What both sending operations have in common: all recipients are accepted, or none is. */
export function deliver(
  call: OperationCall,
  context: EmulatorContext,
  templateCode: string,
  letters: readonly Letter[],
): object {
  const { messages, templates, clock, flowControl, receipts, options } = context;
  checkCall(call.params);
  const template = templates.get(templateCode);
  const drafts = letters.map((letter) => {
    const { phoneNumber, signName, templateParam, smsUpExtendCode } = letter;
    const normal = normalizePhoneNumber(phoneNumber);
    if (normal === undefined) {
      throw new BusinessError('isv.MOBILE_NUMBER_ILLEGAL', `${phoneNumber}invalid mobile number`);
    }
    const content = renderMessage(signName, templateCode, template, templateParam);
    checkLetter(letter, content);
    if (options.strict) {
      checkTemplate(template, normal);
      checkSign(context.signs.get(signName), template);
      checkContent(template, templateParam, content);
    }
    const code = findVerificationCode(template, templateParam, content);
    return { phoneNumber: normal, signName, templateParam, smsUpExtendCode, content, code };
  });
  flowControl.admit(
    drafts.map(({ phoneNumber, signName, code }) => ({
      phoneNumber,
      signName,
      templateCode,
      isVerification: template ? template.templateType === 0 : code !== null,
    })),
  );

  const bizId = messages.nextBizId();
  const receivedAt = new Date(clock.now()).toISOString();
  // Field by field: spreading the draft made this the dearest line of a send.
  const sent = drafts.map(
    ({ phoneNumber, signName, templateParam, smsUpExtendCode, content, code }) =>
      messages.add({
        phoneNumber,
        signName,
        templateCode,
        templateParam,
        content,
        code,
        size: content.length,
        parts: messageParts(content, phoneNumber),
        bizId,
        requestId: call.requestId,
        outId: call.params['OutId'] ?? null,
        smsUpExtendCode,
        action: call.action,
        receivedAt,
        accessKey: call.account.accessKey,
        receipt: WAITING,
      }),
  );
  receipts.messagesSent(sent);
  return { Message: 'OK', RequestId: call.requestId, Code: 'OK', BizId: bizId };
}
