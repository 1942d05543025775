import { chinaTime } from '../../common/china-time.js';
import { AUDIT_STATUS } from '../model/review.js';
import type { EmulatorTemplate, TemplateType } from '../templates/template.js';
import type { Operation } from './operation.js';
import { pageOf } from './paging.js';
import { rejection } from './review-response.js';

/** This operation alone numbers the types its own way; `OuterTemplateType` has the usual one. */
const LISTED_TYPE = { 0: 2, 1: 0, 2: 1, 3: 6 } satisfies Record<TemplateType, number>;

/** All templates with their review state. */
export const querySmsTemplateList: Operation = {
  action: 'QuerySmsTemplateList',
  required: [],
  run({ params, requestId }, { templates }) {
    const all = templates.list();
    const { page, size, items } = pageOf(all, params, 'PageIndex');
    return {
      Message: 'OK',
      RequestId: requestId,
      Code: 'OK',
      TotalCount: all.length,
      CurrentPage: page,
      PageSize: size,
      SmsTemplateList: items.map(itemOf),
    };
  },
};

function itemOf(template: EmulatorTemplate): object {
  return {
    TemplateCode: template.templateCode,
    TemplateName: template.templateName,
    TemplateContent: template.templateContent,
    TemplateType: LISTED_TYPE[template.templateType],
    OuterTemplateType: template.templateType,
    AuditStatus:
      template.state === 'cancelled' ? 'AUDIT_SATE_CANCEL' : AUDIT_STATUS[template.state],
    SignatureName: template.relatedSignName,
    OrderId: template.orderId,
    CreateDate: chinaTime(template.createdAt),
    Reason: rejection(template),
  };
}
