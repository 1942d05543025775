import type { PushUrls } from '../model/push.wire.js';
import type { ReportOptions } from '../receipts/delivery-reporter.js';
import { toPushUrls } from '../receipts/webhooks.js';
import { sendReply, type ReplyInput } from './actions.js';
import type { JsonSchema } from './json-schema.js';
import { findMessage } from './message.routes.js';
import type { PushList, ReplyList } from './responses.wire.js';
import { COUNT, listOf, objectOf, ref, TEXT, type RestRoute } from './rest-route.js';

const REPORT = {
  errCode: { ...TEXT, description: 'DELIVERED, or the reason of the failure.' },
  errMsg: TEXT,
  copies: { ...COUNT, minimum: 1, maximum: 10, description: 'Pushes it so many times.' },
  reversed: { type: 'boolean', description: 'One push a message, the last one first.' },
} satisfies Record<keyof ReportOptions, JsonSchema>;

export const RECEIPT_ROUTES: readonly RestRoute[] = [
  {
    method: 'POST',
    path: '/messages/{id}/receipt',
    id: 'reportMessage',
    summary: 'Says what became of a message, and pushes it (SmsReport)',
    body: objectOf(REPORT, []),
    response: ref('Message'),
    refusals: { 404: 'There is no such message.' },
    handle: async ({ path, body, context }) => {
      const message = findMessage(context, path['id']!);
      await context.receipts.report([message], body as ReportOptions);
      return message;
    },
  },
  {
    method: 'POST',
    path: '/receipts',
    id: 'reportMessages',
    summary: 'The same for several messages, in one push unless `reversed`',
    body: objectOf({ messageIds: listOf(TEXT), ...REPORT }, ['messageIds']),
    response: objectOf({ pushes: listOf(ref('Push')) }),
    refusals: { 404: 'There is no such message.' },
    handle: async ({ body, context }) => {
      const { messageIds, ...options } = body as { messageIds: string[] } & ReportOptions;
      const messages = messageIds.map((id) => findMessage(context, id));
      return { pushes: await context.receipts.report(messages, options) };
    },
  },
  {
    method: 'GET',
    path: '/receipts',
    id: 'listPushes',
    summary: 'What was pushed and how it was answered, newest first, and where pushes go',
    response: objectOf({ urls: ref('PushUrls'), pushes: listOf(ref('Push')) }),
    handle: ({ context: { webhooks } }): PushList => ({
      urls: webhooks.urls,
      pushes: webhooks.list(),
    }),
  },
  {
    method: 'PUT',
    path: '/receipts/urls',
    id: 'setPushUrls',
    summary: 'Where pushes go from now on: one address for all kinds, or one for each',
    body: { anyOf: [objectOf({ url: TEXT }), ref('PushUrls')] },
    response: ref('PushUrls'),
    handle: ({ body, context: { webhooks } }): PushUrls => {
      const given = body as { url: string } | PushUrls;
      webhooks.urls = toPushUrls('url' in given ? given.url : (given as PushUrls));
      return webhooks.urls;
    },
  },
  {
    method: 'GET',
    path: '/replies',
    id: 'listReplies',
    summary: 'The replies, newest first',
    response: objectOf({ replies: listOf(ref('Reply')) }),
    handle: ({ context }): ReplyList => ({ replies: context.replies.list() }),
  },
  {
    method: 'POST',
    path: '/replies',
    id: 'sendReply',
    summary: 'A text from a phone to the sender, which is pushed (SmsUp)',
    body: objectOf({ phoneNumber: TEXT, content: TEXT, signName: TEXT, destCode: TEXT }, [
      'phoneNumber',
      'content',
    ]),
    response: ref('Reply'),
    handle: ({ body, context }) => sendReply(context, body as ReplyInput),
  },
];
