import { type ConfigFieldOptions, configFieldsOf } from './config-field.decorator.js';
import type { ConfigFieldKind, ConfigFormField } from './config-form.wire.js';
import { describedField } from './described-field.js';
import { knownOptionsOf, type PropertyRules, rulesOf } from './validate-config.js';

// Hides a field too many rather than show a secret that its type did not declare as one.
const LOOKS_SECRET = /secret|password|passwd|token|credential|private|api_?key|sign_?key/i;

/**
 * Returns the form of a configuration class, with its fields in the order of their declaration.
 *
 * @param missing names that an instance without any options lacks, if the class can tell. They are required
 * in addition to those that the rules require.
 */
export function configForm(target: Function, missing?: readonly string[]): ConfigFormField[] {
  const rules = rulesOf(target);
  const fields = configFieldsOf(target);
  return (
    [...knownOptionsOf(target)]
      .filter((name) => !fields.get(name)?.codeOnly)
      .map((name) => {
        const options = fields.get(name) ?? {};
        const required = missing?.includes(name) ? { required: true } : {};
        return toField(target, name, { ...options, ...required }, rules.get(name) ?? []);
      })
      // An object may hold a secret anywhere, so it is in the form only if it has a `@ConfigField`.
      .filter(({ name, kind }) => kind !== 'json' || fields.has(name))
  );
}

function toField(
  target: Function,
  name: string,
  options: ConfigFieldOptions,
  rules: PropertyRules,
): ConfigFormField {
  const rule = (...wanted: string[]) => rules.find((each) => wanted.includes(each.name ?? ''));
  const choices = options.options ?? choicesOf(rule('isIn', 'isEnum')?.constraints);
  const isOptional = rules.some(({ type }) => type === 'conditionalValidation');
  const bounds = {
    min: rule('min')?.constraints[0] as number | undefined,
    max: rule('max')?.constraints[0] as number | undefined,
  };
  return describedField(name, {
    ...options,
    kind: options.kind ?? kindOf(target, name, rules, choices),
    required: options.required ?? (rules.length > 0 && !isOptional),
    ...(choices && { options: choices }),
    ...(bounds.min !== undefined && { min: bounds.min }),
    ...(bounds.max !== undefined && { max: bounds.max }),
  });
}

function kindOf(
  target: Function,
  name: string,
  rules: PropertyRules,
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
  // A text without `@ConfigField` is not declared as fit to be shown.
  return configFieldsOf(target).has(name) ? 'text' : 'secret';
}

function choicesOf(constraints: unknown[] | undefined): readonly string[] | undefined {
  const [values] = constraints ?? [];
  if (typeof values !== 'object' || values === null) return undefined;
  return Object.values(values).map(String);
}
