import { BusinessError } from './business.error.js';
import type { Operation } from './operation.js';
import { templateApplication } from './template-application.js';

/** Applies for a template, which is then under review. */
export const createSmsTemplate: Operation = {
  action: 'CreateSmsTemplate',
  required: ['TemplateName', 'TemplateContent', 'TemplateType'],
  run({ params, requestId }, { templates }) {
    if (templates.isFull) {
      throw new BusinessError('isv.TEMPLATE_COUNT_OVER_LIMIT', '模板数量超过限制');
    }
    const { templateCode, templateName, orderId } = templates.put({
      ...templateApplication(params),
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
};
