import type { ConfigFieldOptions } from './config-field.decorator.js';
import type { ConfigFormField } from './config-form.wire.js';

/** Returns the field that its options describe, with the fields within it. */
export function describedField(name: string, options: ConfigFieldOptions): ConfigFormField {
  const { title, help, placeholder, optionTitles, min, max } = options;
  return {
    name,
    kind: options.kind ?? 'text',
    title: title ?? { en: name, zh: name },
    ...(help && { help }),
    ...(placeholder !== undefined && { placeholder }),
    ...(options.default !== undefined && { default: options.default }),
    required: options.required ?? false,
    advanced: options.advanced ?? false,
    ...(options.options && { options: options.options }),
    ...(optionTitles && { optionTitles }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...innerFields(options),
  };
}

function innerFields({ fields, keys, values, alternatives }: ConfigFieldOptions) {
  return {
    ...(fields && {
      fields: Object.entries(fields).map(([name, each]) => describedField(name, each)),
    }),
    ...(keys && { keys: describedField('', keys) }),
    ...(values && { values: describedField('', values) }),
    ...(alternatives && {
      alternatives: alternatives.map(({ field, ...alternative }) => ({
        ...alternative,
        ...(field && { field: describedField('', field) }),
      })),
    }),
  };
}
