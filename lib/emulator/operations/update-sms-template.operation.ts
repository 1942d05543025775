import { REVIEW_ANEW } from '../model/review.js';
import { BusinessError } from './business.error.js';
import type { Operation } from './operation.js';
import { templateApplication, unknownTemplate } from './template-application.js';

/** Changes a rejected or cancelled template, which is then under review again. */
export const updateSmsTemplate: Operation = {
  action: 'UpdateSmsTemplate',
  required: ['TemplateCode', 'TemplateName', 'TemplateContent', 'TemplateType'],
  run({ params, requestId }, { templates }) {
    const template = templates.get(params['TemplateCode']!);
    if (!template) throw unknownTemplate();
    if (template.state === 'approved' || template.state === 'reviewing') {
      throw new BusinessError('isv.ERROR_TEMPLATE_NOT_MODIFY', '模板审核中或已通过，不可修改');
    }
    const changed = templates.put({
      ...template,
      ...templateApplication(params),
      ...REVIEW_ANEW,
    });
    return {
      Message: 'OK',
      RequestId: requestId,
      Code: 'OK',
      TemplateCode: changed.templateCode,
      TemplateName: changed.templateName,
      OrderId: changed.orderId,
    };
  },
};
