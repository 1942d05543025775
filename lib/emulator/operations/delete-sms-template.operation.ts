import { BusinessError } from './business.error.js';
import type { Operation } from './operation.js';
import { unknownTemplate } from './template-application.js';

/** Deletes a template that is not under review. */
export const deleteSmsTemplate: Operation = {
  action: 'DeleteSmsTemplate',
  required: ['TemplateCode'],
  run({ params, requestId }, { templates }) {
    const template = templates.get(params['TemplateCode']!);
    if (!template) throw unknownTemplate();
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
};
