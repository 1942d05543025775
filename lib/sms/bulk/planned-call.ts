import type { SendContent } from '../send.js';
import type { SmsMessage } from '../sms-message.js';

/** A message that has passed every rule, with its place in the source. */
export interface PlannedMessage {
  index: number;
  message: SmsMessage;
  content: SendContent;
}

/** Messages that go out in one call. */
export interface PlannedCall {
  messages: PlannedMessage[];
  /** Given by the message itself, which is then alone; generated otherwise. */
  outId: string | undefined;
}

/** What the call says: one text to all, or a text of its own to each. */
export function contentOf({ messages }: PlannedCall): SendContent {
  const [first, ...rest] = messages as [PlannedMessage, ...PlannedMessage[]];
  if (rest.length === 0) return first.content;
  const phones = messages.flatMap(({ content }) => content.phones);
  const sameText = rest.every(
    ({ content }) => content.templateParam === first.content.templateParam,
  );
  const templateParam = sameText
    ? first.content.templateParam
    : messages.map(({ content }) => content.templateParam as string);
  return { ...first.content, phones, templateParam };
}

/** The two halves of a call, for one that was refused as a whole. */
export function halvesOf({ messages, outId }: PlannedCall): PlannedCall[] {
  const middle = messages.length >> 1;
  return [messages.slice(0, middle), messages.slice(middle)].map((half) => ({
    messages: half,
    outId,
  }));
}
