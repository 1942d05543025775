import { RestError, WaitTimeoutError } from '../errors.js';
import type { Params } from '../http/params.js';
import type { MessageFilter } from '../model/message.js';
import type { EmulatorContext } from './emulator.context.js';
import type { JsonSchema } from './json-schema.js';
import type { MessageList } from './responses.wire.js';
import { COUNT, listOf, objectOf, ref, TEXT, type RestRoute } from './rest-route.js';

const FILTER = {
  phoneNumber: { ...TEXT, description: 'In any spelling that Aliyun takes.' },
  signName: TEXT,
  templateCode: TEXT,
  bizId: TEXT,
  requestId: TEXT,
  outId: TEXT,
  action: TEXT,
  receipt: { enum: ['waiting', 'delivered', 'failed'] },
  search: { ...TEXT, description: 'Part of the text, number, signature, template, OutId, value.' },
} satisfies Record<keyof MessageFilter, JsonSchema>;

const MAX_WAIT_MS = 300_000;

export const MESSAGE_ROUTES: readonly RestRoute[] = [
  {
    method: 'GET',
    path: '/messages',
    id: 'listMessages',
    summary: 'The messages that match, newest first',
    query: { ...FILTER, offset: COUNT, limit: { ...COUNT, description: 'All without it.' } },
    response: objectOf({ total: COUNT, messages: listOf(ref('Message')) }),
    handle: ({ query, context }): MessageList => {
      const found = context.messages.list(filterOf(query));
      const offset = Number(query['offset'] ?? 0);
      const end = query['limit'] === undefined ? undefined : offset + Number(query['limit']);
      return { total: found.length, messages: found.slice(offset, end) };
    },
  },
  {
    method: 'DELETE',
    path: '/messages',
    id: 'clearMessages',
    summary: 'Forgets all messages and replies',
    response: objectOf({ deleted: COUNT }),
    handle: ({ context }) => {
      context.replies.clear();
      return { deleted: context.messages.clear() };
    },
  },
  {
    method: 'GET',
    path: '/messages/wait',
    id: 'waitForMessage',
    summary: 'The newest message that matches, or the next one to come',
    query: {
      ...FILTER,
      timeout: { ...COUNT, maximum: MAX_WAIT_MS, description: 'Milliseconds; 30000 without it.' },
    },
    response: ref('Message'),
    refusals: { 404: 'None came in time.' },
    handle: async ({ query, context, closing }) => {
      const timeout = Number(query['timeout'] ?? 30_000);
      try {
        return await context.messages.waitFor(filterOf(query), { timeout, signal: closing });
      } catch (error) {
        if (error instanceof WaitTimeoutError) throw new RestError(404, error.message);
        throw error;
      }
    },
  },
  {
    method: 'GET',
    path: '/messages/{id}',
    id: 'getMessage',
    summary: 'One message; the id `latest` takes the newest that matches',
    query: FILTER,
    response: ref('Message'),
    refusals: { 404: 'There is no such message.' },
    handle: ({ path, query, context }) => findMessage(context, path['id']!, query),
  },
  {
    method: 'GET',
    path: '/messages/{id}/code',
    id: 'getCode',
    summary: 'The verification code in a message; the id `latest` takes the newest that matches',
    query: FILTER,
    response: objectOf({ code: TEXT }),
    refusals: { 404: 'There is no such message, or no code in it.' },
    handle: ({ path, query, context }) => {
      const { code } = findMessage(context, path['id']!, query);
      if (code === null) throw new RestError(404, 'There is no verification code in the message');
      return { code };
    },
  },
];

export function findMessage(context: EmulatorContext, id: string, query?: Params) {
  const message =
    id === 'latest' ? context.messages.newest(query && filterOf(query)) : context.messages.get(id);
  if (!message) throw new RestError(404, 'There is no such message');
  return message;
}

function filterOf(query: Params): MessageFilter {
  const given = Object.keys(FILTER).filter((key) => query[key] !== undefined && query[key] !== '');
  return Object.fromEntries(given.map((key) => [key, query[key]]));
}
