import { readAskedNumber, readPhoneNumber } from '../model/phone-number.js';
import type { EmulatorReply } from '../model/reply.wire.js';
import type { ReviewState } from '../model/review.wire.js';
import type { EmulatorSign } from '../model/sign.wire.js';
import type { EmulatorTemplate } from '../model/template.wire.js';
import { signSmsReport, smsUp, templateSmsReport } from '../receipts/push-items.js';
import type { EmulatorContext } from './emulator.context.js';

export interface ReplyInput {
  phoneNumber: string;
  content: string;
  /** The signature that it replies to. @default that of the newest message to the number */
  signName?: string;
  /** The number that it was sent to. @default '10690000' and the message's extension code */
  destCode?: string;
}

/** A text from a phone to the sender; resolves after the first attempt to push it. */
export async function sendReply(
  { messages, replies, webhooks, clock }: EmulatorContext,
  input: ReplyInput,
): Promise<EmulatorReply> {
  const phoneNumber = readPhoneNumber(readAskedNumber(input.phoneNumber));
  if (!phoneNumber) throw new TypeError('phoneNumber is not a phone number');
  if (!input.content) throw new TypeError('content is empty');
  if (input.content.length > 500) throw new RangeError('content is over 500 characters');
  const message = messages.newest({ phoneNumber });
  const reply = replies.add({
    phoneNumber,
    content: input.content,
    signName: input.signName ?? message?.signName ?? '',
    destCode: input.destCode ?? `10690000${message?.smsUpExtendCode ?? ''}`,
    sentAt: new Date(clock.now()).toISOString(),
  });
  await webhooks.push('SmsUp', [smsUp(reply)]);
  return reply;
}

/** Reviews a template; resolves after the first attempt to push the result. */
export async function reviewTemplate(
  { templates, webhooks }: EmulatorContext,
  template: EmulatorTemplate,
  state: ReviewState,
  reason?: string,
): Promise<EmulatorTemplate> {
  templates.review(template, state, reason);
  await webhooks.push('TemplateSmsReport', [templateSmsReport(template)]);
  return template;
}

/** Reviews a signature; resolves after the first attempt to push the result. */
export async function reviewSign(
  { signs, webhooks }: EmulatorContext,
  sign: EmulatorSign,
  state: ReviewState,
  reason?: string,
): Promise<EmulatorSign> {
  signs.review(sign, state, reason);
  await webhooks.push('SignSmsReport', [signSmsReport(sign)]);
  return sign;
}
