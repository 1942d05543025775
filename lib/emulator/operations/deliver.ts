import {
  BusinessError,
  invalidNumber,
  unknownSign,
  unknownTemplate,
  valueTooLong,
} from '../errors.js';
import type { Params } from '../http/params.js';
import { findVerificationCode, messageParts, renderMessage } from '../model/message-content.js';
import { readPhoneNumber } from '../model/phone-number.js';
import { WAITING } from '../model/receipt.js';
import type { TemplateParam } from '../model/template.js';
import type { OperationCall, OperationContext } from './operation.js';
import { checkContent, checkSign, checkTemplate } from './strict.rules.js';

/** One number of a call, with the signature and the values for it. */
export interface Recipient {
  readonly phoneNumber: string;
  readonly signName: string;
  readonly templateParam: TemplateParam;
  readonly smsUpExtendCode: string | null;
}

/**
 * Holds without `strict` too. Far more than Aliyun accepts (500 characters for a text, fewer than
 * 256 for an OutId), but little enough that the kept messages cannot fill the memory.
 */
const MAX = { content: 2_000, values: 4_000, signName: 64, templateCode: 64, outId: 255 };

/** What both sending operations have in common: all recipients are accepted, or none is. */
export function deliver(
  call: OperationCall,
  context: OperationContext,
  templateCode: string,
  recipients: readonly Recipient[],
): object {
  const { messages, templates, clock, flowControl, receipts, options } = context;
  checkCallSize(call.params);
  const template = templates.get(templateCode);
  const drafts = recipients.map((recipient) => {
    const { signName, templateParam, smsUpExtendCode } = recipient;
    const phoneNumber = readPhoneNumber(recipient.phoneNumber);
    if (phoneNumber === undefined) throw invalidNumber(recipient.phoneNumber);
    const content = renderMessage(signName, templateCode, template, templateParam);
    checkRecipientSize(recipient, content);
    if (options.strict) {
      checkTemplate(template, phoneNumber);
      checkSign(context.signs.get(signName), template);
      checkContent(template, templateParam, content);
    }
    const code = findVerificationCode(template, templateParam, content);
    return { phoneNumber, signName, templateParam, smsUpExtendCode, content, code };
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
  // Field by field: a spread of the draft made this the most expensive line of a send.
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
  receipts.scheduleFor(sent);
  return { Message: 'OK', RequestId: call.requestId, Code: 'OK', BizId: bizId };
}

function checkCallSize({ TemplateCode, OutId }: Params): void {
  if (TemplateCode!.length > MAX.templateCode) throw unknownTemplate();
  if ((OutId?.length ?? 0) > MAX.outId) throw valueTooLong();
}

function checkRecipientSize(
  { signName, smsUpExtendCode, templateParam }: Recipient,
  content: string,
): void {
  if (smsUpExtendCode !== null && !/^\d{1,20}$/.test(smsUpExtendCode)) {
    throw new BusinessError('isv.CODE_ERROR', '传入扩展码不可用');
  }
  if (signName.length > MAX.signName) throw unknownSign();
  if (content.length > MAX.content || sizeOf(templateParam) > MAX.values) throw valueTooLong();
}

/** Includes values that the template does not use: they are kept too. */
function sizeOf(values: TemplateParam): number {
  return Object.keys(values).reduce((size, name) => size + name.length + values[name]!.length, 0);
}
