import { Injectable } from '@nestjs/common';
import { AliyunSms, SmsRegistry, SmsRejectedException } from '../index.js';
import { assertRequest } from './console-http.js';
import type { ReviewPage, ReviewState, SignsAnswer, TemplatesAnswer } from './console.wire.js';
import { TemplateContents } from './template-contents.js';

const PAGE_SIZE = 20;

// https://help.aliyun.com/document_detail/419288.html, which spells the last state without its T.
const STATES: Readonly<Record<string, ReviewState>> = {
  AUDIT_STATE_INIT: 'reviewing',
  AUDIT_STATE_PASS: 'approved',
  AUDIT_STATE_NOT_PASS: 'rejected',
  AUDIT_STATE_CANCEL: 'cancelled',
  AUDIT_SATE_CANCEL: 'cancelled',
};

/** Lists the templates and signatures of an instance's account, with the state of their review. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly registry: SmsRegistry,
    private readonly contents: TemplateContents,
  ) {}

  async templates(name: string, page: unknown): Promise<TemplatesAnswer> {
    const client = await this.#client(name);
    const { QuerySmsTemplateListRequest } = await import('@alicloud/dysmsapi20170525');
    const query = { pageIndex: pageNumber(page), pageSize: PAGE_SIZE };
    const { body } = await client.querySmsTemplateList(new QuerySmsTemplateListRequest(query));
    const found = pageOf(body, query.pageIndex);
    const templates = (body?.smsTemplateList ?? []).map((template) => ({
      code: template.templateCode ?? '',
      name: template.templateName ?? '',
      content: template.templateContent ?? '',
      kind: template.outerTemplateType ?? 0,
      ...stateOf(template),
    }));
    for (const { code, content } of templates) this.contents.keep(name, code, content);
    return { ...found, templates };
  }

  async signs(name: string, page: unknown): Promise<SignsAnswer> {
    const client = await this.#client(name);
    const { QuerySmsSignListRequest } = await import('@alicloud/dysmsapi20170525');
    const query = { pageIndex: pageNumber(page), pageSize: PAGE_SIZE };
    const { body } = await client.querySmsSignList(new QuerySmsSignListRequest(query));
    return {
      ...pageOf(body, query.pageIndex),
      signs: (body?.smsSignList ?? []).map((sign) => ({
        name: sign.signName ?? '',
        ...stateOf(sign),
      })),
    };
  }

  async #client(name: string): Promise<AliyunSms['client']> {
    const sms = await this.registry.load(name);
    assertRequest(
      sms instanceof AliyunSms,
      'not-able',
      `The type ${sms.type} has no templates and signatures at Aliyun`,
      { type: sms.type, ability: 'templates' },
    );
    return sms.client;
  }
}

/** What every list operation of the SDK returns beside its list. */
interface ListResponse {
  code?: string;
  message?: string;
  requestId?: string;
  totalCount?: number;
}

/** Throws the refusal of an operation: the SDK returns it, while our own calls throw it. */
function pageOf(body: ListResponse | undefined, page: number): ReviewPage {
  const { code = 'unknown', message = '', requestId, totalCount = 0 } = body ?? {};
  if (code !== 'OK') {
    throw new SmsRejectedException({ aliyunCode: code, aliyunMessage: message, requestId });
  }
  return { total: totalCount, page, pageSize: PAGE_SIZE };
}

function stateOf(item: { auditStatus?: string; reason?: { rejectInfo?: string } }) {
  const state = STATES[item.auditStatus ?? ''] ?? 'unknown';
  const reason = item.reason?.rejectInfo;
  return { state, ...(state === 'rejected' && reason && { reason }) };
}

function pageNumber(page: unknown): number {
  const number = Number(page ?? 1);
  assertRequest(
    Number.isInteger(number) && number >= 1,
    'query-parameter',
    'page must be a whole number from 1',
    { parameter: 'page', expected: 'whole-number' },
  );
  return number;
}
