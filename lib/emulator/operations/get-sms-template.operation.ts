import { chinaTime } from '../../common/china-time.js';
import { REVIEW_NUMBER } from '../model/review.js';
import type { Operation } from './operation.js';
import { unknownTemplate } from './template-application.js';

/** One template with its review. */
export const getSmsTemplate: Operation = {
  action: 'GetSmsTemplate',
  required: ['TemplateCode'],
  run({ params, requestId }, { templates }) {
    const template = templates.get(params['TemplateCode']!);
    if (!template) throw unknownTemplate();
    return {
      Message: 'OK',
      RequestId: requestId,
      Code: 'OK',
      TemplateCode: template.templateCode,
      TemplateName: template.templateName,
      TemplateContent: template.templateContent,
      // Both are strings here, and numbers elsewhere.
      TemplateType: String(template.templateType),
      TemplateStatus: String(REVIEW_NUMBER[template.state]),
      TemplateTag: 2,
      VariableAttribute: JSON.stringify(template.templateRule),
      RelatedSignName: template.relatedSignName,
      Remark: template.remark,
      IntlType: template.intlType,
      OrderId: template.orderId,
      CreateDate: chinaTime(template.createdAt),
      AuditInfo: {
        ...(template.reviewedAt && { AuditDate: chinaTime(template.reviewedAt) }),
        ...(template.reason && { RejectInfo: template.reason }),
      },
    };
  },
};
