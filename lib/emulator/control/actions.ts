import type { EmulatorContext } from './emulator.context.js';
import { normalizePhoneNumber } from '../model/phone-number.js';
import type { EmulatorReply } from '../model/reply.js';
import { signSmsReport, smsUp, templateSmsReport } from '../receipts/push-items.js';
import type { ReviewState } from '../model/review.js';
import type { EmulatorSign } from '../signs/sign.js';
import type { EmulatorTemplate } from '../templates/template.js';

export interface ReplyInput {
  phoneNumber: string;
  content: string;
  /** The signature that it answers. @default that of the newest message to the number */
  signName?: string;
  /** The number that it was sent to. @default '10690000' and the message's extension code */
  destCode?: string;
}

/** A text from a phone to the sender; resolves once it was pushed a first time. */
export async function sendReply(
  { messages, replies, pusher, clock }: EmulatorContext,
  input: ReplyInput,
): Promise<EmulatorReply> {
  const phoneNumber = normalizePhoneNumber(input.phoneNumber);
  if (!phoneNumber) throw new TypeError('phoneNumber is not a phone number');
  if (!input.content) throw new TypeError('content is empty');
  if (input.content.length > 500) throw new RangeError('content is over 500 characters');
  const answered = messages.newest({ phoneNumber });
  const reply = replies.add({
    phoneNumber,
    content: input.content,
    signName: input.signName ?? answered?.signName ?? '',
    destCode: input.destCode ?? `10690000${answered?.smsUpExtendCode ?? ''}`,
    sentAt: new Date(clock.now()).toISOString(),
  });
  await pusher.push('SmsUp', [smsUp(reply)]);
  return reply;
}

/** Decides on a template; resolves once the result was pushed a first time. */
export async function reviewTemplate(
  { templates, pusher }: EmulatorContext,
  template: EmulatorTemplate,
  state: ReviewState,
  reason?: string,
): Promise<EmulatorTemplate> {
  templates.review(template, state, reason);
  await pusher.push('TemplateSmsReport', [templateSmsReport(template)]);
  return template;
}

/** Decides on a signature; resolves once the result was pushed a first time. */
export async function reviewSign(
  { signs, pusher }: EmulatorContext,
  sign: EmulatorSign,
  state: ReviewState,
  reason?: string,
): Promise<EmulatorSign> {
  signs.review(sign, state, reason);
  await pusher.push('SignSmsReport', [signSmsReport(sign)]);
  return sign;
}
