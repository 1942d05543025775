import { chinaTime } from '../../common/china-time.js';
import { BusinessError, invalidParameter, unknownTemplate } from '../errors.js';
import type { Params } from '../http/params.js';
import { REVIEW_AGAIN } from '../model/review.js';
import type { TemplateStore } from '../model/template.js';
import type { EmulatorTemplate, TemplateType } from '../model/template.wire.js';
import { pageOf, type Operation } from './operation.js';
import { AUDIT_STATUS, auditInfo, rejection, REVIEW_NUMBER } from './review-response.js';

/** `QuerySmsTemplateList` alone has its own numbers; `OuterTemplateType` has the usual ones. */
const LISTED_TYPE = { 0: 2, 1: 0, 2: 1, 3: 6 } satisfies Record<TemplateType, number>;

export const TEMPLATE_OPERATIONS: readonly Operation[] = [
  {
    action: 'CreateSmsTemplate',
    required: ['TemplateName', 'TemplateContent', 'TemplateType'],
    run({ params, requestId }, { templates }) {
      if (templates.isFull) {
        throw new BusinessError('isv.TEMPLATE_COUNT_OVER_LIMIT', '模板数量超过限制');
      }
      const { templateCode, templateName, orderId } = templates.put({
        ...readApplication(params),
        templateCode: templates.newCode(),
        state: 'reviewing',
      });
      return {
        Message: 'OK',
        RequestId: requestId,
        Code: 'OK',
        TemplateCode: templateCode,
        TemplateName: templateName,
        OrderId: orderId,
      };
    },
  },
  {
    action: 'UpdateSmsTemplate',
    required: ['TemplateCode', 'TemplateName', 'TemplateContent', 'TemplateType'],
    run({ params, requestId }, { templates }) {
      const template = findTemplate(templates, params);
      if (template.state === 'approved' || template.state === 'reviewing') {
        throw new BusinessError('isv.ERROR_TEMPLATE_NOT_MODIFY', '模板审核中或已通过，不可修改');
      }
      const changed = templates.put({ ...template, ...readApplication(params), ...REVIEW_AGAIN });
      return {
        Message: 'OK',
        RequestId: requestId,
        Code: 'OK',
        TemplateCode: changed.templateCode,
        TemplateName: changed.templateName,
        OrderId: changed.orderId,
      };
    },
  },
  {
    action: 'DeleteSmsTemplate',
    required: ['TemplateCode'],
    run({ params, requestId }, { templates }) {
      const template = findTemplate(templates, params);
      if (template.state === 'reviewing') {
        throw new BusinessError('isv.ERROR_TEMPLATE_NOT_DELETE', '模板审核中，无法删除');
      }
      templates.delete(template.templateCode);
      return {
        Message: 'OK',
        RequestId: requestId,
        Code: 'OK',
        TemplateCode: template.templateCode,
      };
    },
  },
  {
    action: 'GetSmsTemplate',
    required: ['TemplateCode'],
    run({ params, requestId }, { templates }) {
      const template = findTemplate(templates, params);
      return {
        Message: 'OK',
        RequestId: requestId,
        Code: 'OK',
        TemplateCode: template.templateCode,
        TemplateName: template.templateName,
        TemplateContent: template.templateContent,
        // Type and status are strings here, and numbers in other operations.
        TemplateType: String(template.templateType),
        TemplateStatus: String(REVIEW_NUMBER[template.state]),
        TemplateTag: 2,
        VariableAttribute: JSON.stringify(template.templateRule),
        RelatedSignName: template.relatedSignName,
        Remark: template.remark,
        IntlType: template.intlType,
        OrderId: template.orderId,
        CreateDate: chinaTime(template.createdAt),
        AuditInfo: auditInfo(template),
      };
    },
  },
  {
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
        SmsTemplateList: items.map((template) => ({
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
        })),
      };
    },
  },
];

function findTemplate(templates: TemplateStore, params: Params): EmulatorTemplate {
  const template = templates.get(params['TemplateCode']!);
  if (!template) throw unknownTemplate();
  return template;
}

/** The fields that `CreateSmsTemplate` and `UpdateSmsTemplate` have in common. */
function readApplication(params: Params) {
  const { TemplateName, TemplateContent, TemplateType, TemplateRule, Remark } = params;
  if (!/^[0-3]$/.test(TemplateType!)) throw invalidParameter('TemplateType');
  const isOver =
    TemplateName!.length > 30 ||
    TemplateContent!.length > 500 ||
    (Remark?.length ?? 0) > 1_000 ||
    (TemplateRule?.length ?? 0) > 2_000 ||
    (params['RelatedSignName']?.length ?? 0) > 64;
  if (isOver) {
    throw new BusinessError('isv.TEMPLATE_OVER_LIMIT', '模板字符数量超过限制');
  }
  return {
    templateName: TemplateName!,
    templateContent: TemplateContent!,
    templateType: Number(TemplateType) as TemplateType,
    templateRule: parseRule(TemplateRule),
    relatedSignName: params['RelatedSignName'] ?? '',
    remark: Remark ?? '',
    intlType: Number(params['IntlType'] ?? 0) || 0,
  };
}

function parseRule(json: string | undefined): Record<string, string> {
  if (!json) return {};
  try {
    const rule: unknown = JSON.parse(json);
    if (typeof rule === 'object' && rule !== null && !Array.isArray(rule)) {
      return Object.fromEntries(Object.entries(rule).map(([name, each]) => [name, String(each)]));
    }
  } catch {
    // Not JSON: refused below.
  }
  throw invalidParameter('TemplateRule');
}
