import { types } from 'node:util';
import type { AliyunTransport } from '../client/aliyun-transport.js';
import { DYSMS_API } from '../client/dysms-api.js';
import type { ApiCall } from '../client/api-call.js';
import { chinaDay } from '../common/china-time.js';
import { normalizePhoneNumber, phoneNumberIssue } from '../common/phone-number.js';
import { trimText } from '../common/text.js';
import { SmsParameterException } from '../errors/sms-parameter.exception.js';
import { deadlineOf, limitOf, timeoutOf } from '../sms/given-time.js';
import type { MessageQuery, MessageState } from '../sms/sms-capabilities.interface.js';

const PAGE_SIZE = 50;
// 10,000 messages to one number on one day: past that the answer is not worth the calls.
const MAX_PAGES = 200;
// A send may have taken this long to be recorded, and midnight may have passed meanwhile.
const RECORD_DELAY = 600_000;
// How long Aliyun keeps records (https://help.aliyun.com/document_detail/102352.html).
const KEPT = 30 * 86_400_000;
// The clocks of the process that sent and of the one that asks may differ so much.
const CLOCK_SKEW = 300_000;

// https://help.aliyun.com/document_detail/102352.html; the better state wins where an outId was
// used more than once.
const DELIVERED = 3;
const STATES: readonly (readonly [status: number, state: MessageState])[] = [
  [DELIVERED, 'delivered'],
  [1, 'pending'],
  [2, 'failed'],
];

/** Looks for the message in QuerySendDetails, on the day in China on which it was sent. */
export async function findMessage(
  transport: AliyunTransport,
  query: MessageQuery,
): Promise<MessageState> {
  const { outId, phone, at } = checked(query);
  // One for all pages.
  const deadline = deadlineOf(query, transport.timeout);
  const timeout = timeoutOf(limitOf(query), transport.timeout);
  const time = { deadline, timeout, signal: query.signal };
  const found = new Set<number>();
  for (const day of new Set([chinaDay(at), chinaDay(at + RECORD_DELAY)])) {
    for await (const record of recordsOf(transport, phone, day, time)) {
      if (record['OutId'] === outId) found.add(Number(record['SendStatus']));
      if (found.has(DELIVERED)) return 'delivered';
    }
  }
  return STATES.find(([status]) => found.has(status))?.[1] ?? 'not-found-yet';
}

async function* recordsOf(
  transport: AliyunTransport,
  phone: string,
  day: string,
  time: Pick<ApiCall, 'deadline' | 'timeout' | 'signal'>,
): AsyncGenerator<Record<string, unknown>> {
  let seen = 0;
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { body } = await transport.call({
      ...DYSMS_API,
      action: 'QuerySendDetails',
      query: {
        PhoneNumber: phone,
        SendDate: day,
        PageSize: String(PAGE_SIZE),
        CurrentPage: String(page),
      },
      mustBeOk: true,
      ...time,
    });
    const records = listOf(body);
    yield* records;
    seen += records.length;
    // The total is not to be trusted alone: it has been reported with an empty list.
    const total = Number(body['TotalCount'] ?? NaN);
    const isLast = Number.isNaN(total) ? records.length < PAGE_SIZE : seen >= total;
    if (records.length === 0 || isLast) return;
  }
}

function listOf(body: Record<string, unknown>): Record<string, unknown>[] {
  const list = (body['SmsSendDetailDTOs'] as { SmsSendDetailDTO?: unknown } | undefined)
    ?.SmsSendDetailDTO;
  return Array.isArray(list) ? (list as Record<string, unknown>[]) : [];
}

function checked({ outId, phone, sentAt }: MessageQuery) {
  const number = typeof phone === 'string' ? normalizePhoneNumber(phone) : undefined;
  // Not `instanceof`: a test runner may have given the caller another `Date`.
  const at = types.isDate(sentAt) ? sentAt.getTime() : sentAt;
  const violations = Object.entries({
    outId: typeof outId === 'string' && trimText(outId) !== '' ? undefined : 'is missing',
    phone:
      number === undefined
        ? `is not a valid phone number: it ${phoneNumberIssue(phone)}`
        : undefined,
    sentAt: timeViolation(at),
  }).flatMap(([field, violation]) => (violation ? [[field, [violation]] as const] : []));
  if (number === undefined || violations.length) {
    throw new SmsParameterException(Object.fromEntries(violations));
  }
  return { outId: trimText(outId), phone: number, at };
}

/** Without this check a wrong time would be answered with `not-found-yet`, which invites a second send. */
function timeViolation(at: unknown): string | undefined {
  if (typeof at !== 'number' || !Number.isFinite(at)) {
    return 'must be a Date or a time in milliseconds, as the exception of the send has it';
  }
  const now = Date.now();
  if (at > now + CLOCK_SKEW) {
    return 'lies in the future: give the time of the send in milliseconds, or a Date';
  }
  if (at >= now - KEPT) return undefined;
  return at * 1000 > now - KEPT && at * 1000 < now + CLOCK_SKEW
    ? 'is in seconds: give milliseconds, or a Date'
    : 'is more than 30 days ago, and Aliyun keeps 30 days';
}
