import type { EmulatorContext } from '../emulator.context.js';
import { normalizePhoneNumber } from '../messages/phone-number.js';
import { renderContent } from '../messages/render-content.js';
import type { TemplateParam } from '../messages/template-param.js';
import { BusinessError } from './business.error.js';
import type { OperationCall } from './operation.js';

/** Recipients a call, by Aliyun's documents of the two operations. */
export const MAX_RECIPIENTS = { SendSms: 1_000, SendBatchSms: 100 } as const;

export interface Letter {
  phoneNumber: string;
  signName: string;
  templateParam: TemplateParam;
}

/** What both sending operations have in common: all recipients are accepted, or none is. */
export function deliver(
  call: OperationCall,
  { messages, clock }: EmulatorContext,
  templateCode: string,
  letters: readonly Letter[],
): object {
  const numbers = letters.map(({ phoneNumber }) => {
    const normal = normalizePhoneNumber(phoneNumber);
    if (normal !== undefined) return normal;
    throw new BusinessError('isv.MOBILE_NUMBER_ILLEGAL', `${phoneNumber}invalid mobile number`);
  });
  const bizId = messages.nextBizId();
  const receivedAt = new Date(clock.now()).toISOString();
  letters.forEach(({ signName, templateParam }, index) => {
    messages.add({
      phoneNumber: numbers[index]!,
      signName,
      templateCode,
      templateParam,
      content: renderContent(signName, templateCode, templateParam),
      bizId,
      requestId: call.requestId,
      outId: call.params['OutId'] ?? null,
      action: call.action,
      receivedAt,
      accessKey: call.account.accessKey,
    });
  });
  return { Message: 'OK', RequestId: call.requestId, Code: 'OK', BizId: bizId };
}
