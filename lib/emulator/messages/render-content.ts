import type { TemplateParam } from './template-param.js';

/** The text of a message whose template is not known: its values, readable. */
export function renderContent(
  signName: string,
  templateCode: string,
  templateParam: TemplateParam,
): string {
  const values = Object.entries(templateParam).map(([name, value]) => `${name}: ${value}`);
  return `【${signName}】${values.length === 0 ? templateCode : values.join(', ')}`.toWellFormed();
}
