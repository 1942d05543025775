import type { Params } from '../http/params.js';
import type { TemplateType } from '../templates/template.js';
import { BusinessError } from './business.error.js';
import { invalidParameter } from './paging.js';

/** The fields that an application for a template and a change of it share. */
export function templateApplication(params: Params) {
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
    // answered below
  }
  throw invalidParameter('TemplateRule');
}

export function unknownTemplate(): BusinessError {
  return new BusinessError('isv.SMS_TEMPLATE_ILLEGAL', '模板不合法(不存在或被拉黑)');
}
