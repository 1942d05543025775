// The parts of the documents that are made from the code. `tools/docs.mjs` writes them, the specs compare them.
import { format, resolveConfig } from 'prettier';

const HEAD = {
  en: ['Option', 'Meaning', 'Default'],
  zh: ['选项', '含义', '默认值'],
};
const REQUIRED = { en: 'required', zh: '必填' };

/** The parts of a README: the tables of options. `code` holds the classes and `configFieldsOf`. */
export function readmeParts(code, language) {
  const fieldsOf = (...classes) => classes.flatMap((each) => [...code.configFieldsOf(each)]);
  return {
    options: optionsTable(fieldsOf(code.AliyunSmsConfig, code.SmsRootConfig), language),
    'failover-options': optionsTable(fieldsOf(code.FailoverSmsConfig), language),
  };
}

/** The parts of the document of the emulator: the list of its operations. */
export function emulatorParts({ OPERATIONS }, language) {
  const names = [...OPERATIONS.keys()].map((action) => `\`${action}\``);
  return {
    operations:
      language === 'zh' ? `支持的接口：${names.join('、')}。` : `Operations: ${names.join(', ')}.`,
  };
}

/** Puts each part between its markers, `<!-- name:start -->` and `<!-- name:end -->`, and formats the document. */
export async function withParts(document, parts) {
  const text = Object.entries(parts).reduce((before, [name, part]) => {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const [from, to] = [before.indexOf(start), before.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`the document lacks ${start} followed by ${end}`);
    return `${before.slice(0, from)}${start}\n\n${part}\n\n${before.slice(to)}`;
  }, document);
  return format(text, { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' });
}

function optionsTable(fields, language) {
  const rows = fields.map(([name, field]) => {
    if (!field.help) throw new Error(`the option ${name} has no help in its @ConfigField`);
    return [`\`${name}\``, plain(field.help[language]), defaultOf(field, language)];
  });
  return [HEAD[language], ['-', '-', '-'], ...rows].map(rowOf).join('\n');
}

function defaultOf(field, language) {
  if (field.defaultText) return field.defaultText[language];
  if (field.default !== undefined) return `\`${field.default}\``;
  return field.required ? REQUIRED[language] : '';
}

const plain = (text) => text.replace(/[\\`*<[]/g, '\\$&');
const rowOf = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
