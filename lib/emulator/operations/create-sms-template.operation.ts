import type { Operation } from './operation.js';
import { templateApplication } from './template-application.js';

/** Applies for a template, which is then under review. */
export const createSmsTemplate: Operation = {
  action: 'CreateSmsTemplate',
  required: ['TemplateName', 'TemplateContent', 'TemplateType'],
  run({ params, requestId }, { templates }) {
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
