import { fillIn, type EmulatorTemplate } from '../templates/template.js';
import type { TemplateParam } from './template-param.js';

/** The text of a message; where the template is not known, its values, readable. */
export function renderMessage(
  signName: string,
  templateCode: string,
  template: EmulatorTemplate | undefined,
  templateParam: TemplateParam,
): string {
  const text = template
    ? fillIn(template.templateContent, templateParam)
    : Object.entries(templateParam)
        .map(([name, value]) => `${name}: ${value}`)
        .join(', ') || templateCode;
  return `【${signName}】${text}`.toWellFormed();
}
