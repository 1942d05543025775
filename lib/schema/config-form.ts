import {
  type ConfigFieldKind,
  type ConfigFieldOptions,
  configFieldsOf,
} from './config-field.decorator.js';
import { rulesOf } from './config-rules.js';
import type { LocalizedText } from '../common/localized-text.interface.js';

/** One field of the form of a configuration. */
export interface ConfigFormField {
  name: string;
  kind: ConfigFieldKind;
  title: LocalizedText;
  help?: LocalizedText;
  placeholder?: string;
  default?: string | number | boolean;
  required: boolean;
  advanced: boolean;
  options?: readonly string[];
  min?: number;
  max?: number;
}

type Rules = ReturnType<typeof rulesOf> extends ReadonlyMap<string, infer Each> ? Each : never;

// Better a field too many hidden than a secret shown by a type that did not say so.
const LOOKS_SECRET = /secret|password|passwd|token|credential|private|api_?key|sign_?key/i;

/**
 * The form that a class of configuration asks for, in the order of its declaration.
 *
 * @param missing what an instance lacks that gives nothing, where the class knows; its rules tell otherwise
 */
export function configForm(target: Function, missing?: readonly string[]): ConfigFormField[] {
  const rules = rulesOf(target);
  const fields = configFieldsOf(target);
  const names = new Set([...fields.keys(), ...rules.keys()]);
  return (
    [...names]
      .filter((name) => !fields.get(name)?.codeOnly)
      .map((name) => {
        const options = fields.get(name) ?? {};
        const required = missing?.includes(name) ? { required: true } : {};
        return field(target, name, { ...options, ...required }, rules.get(name) ?? []);
      })
      // An object may hold a secret anywhere: it is in the form where somebody has put it there.
      .filter(({ name, kind }) => kind !== 'json' || fields.has(name))
  );
}

function field(
  target: Function,
  name: string,
  options: ConfigFieldOptions,
  rules: Rules,
): ConfigFormField {
  const rule = (...wanted: string[]) => rules.find((each) => wanted.includes(each.name ?? ''));
  const { title, help, placeholder } = options;
  const choices = options.options ?? choicesOf(rule('isIn', 'isEnum')?.constraints);
  const min = rule('min')?.constraints[0] as number | undefined;
  const max = rule('max')?.constraints[0] as number | undefined;
  const isOptional = rules.some(({ type }) => type === 'conditionalValidation');
  return {
    name,
    kind: options.kind ?? kindOf(target, name, rules, choices),
    title: title ?? { en: name, zh: name },
    ...(help && { help }),
    ...(placeholder !== undefined && { placeholder }),
    ...(options.default !== undefined && { default: options.default }),
    required: options.required ?? (rules.length > 0 && !isOptional),
    advanced: options.advanced ?? false,
    ...(choices && { options: choices }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}

function kindOf(
  target: Function,
  name: string,
  rules: Rules,
  choices: readonly string[] | undefined,
): ConfigFieldKind {
  const has = (...wanted: string[]) => rules.some((each) => wanted.includes(each.name ?? ''));
  const declared = Reflect.getMetadata('design:type', target.prototype as object, name) as unknown;
  if (LOOKS_SECRET.test(name)) return 'secret';
  if (choices) return 'select';
  if (has('isBoolean') || declared === Boolean) return 'boolean';
  if (rules.some(({ each }) => each) || has('isArray') || declared === Array) return 'list';
  if (has('isInt', 'isNumber', 'isPositive', 'min', 'max') || declared === Number) return 'number';
  if (has('isObject') || declared === Object) return 'json';
  // What nobody has said of a text is that it may be shown.
  return configFieldsOf(target).has(name) ? 'text' : 'secret';
}

function choicesOf(constraints: unknown[] | undefined): readonly string[] | undefined {
  const [values] = constraints ?? [];
  if (typeof values !== 'object' || values === null) return undefined;
  return Object.values(values).map(String);
}
