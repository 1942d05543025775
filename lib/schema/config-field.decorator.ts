import type { LocalizedText } from '../common/localized-text.wire.js';
import type { ConfigFieldKind } from './config-form.wire.js';

// A string, so that two copies of the package in one process read each other's fields.
const CONFIG_FIELDS = 'nestjs-aliyun-sms:config-fields';

/** How a property of a configuration is shown: as a field of a form, and as a row of a table of options. */
export interface ConfigFieldOptions {
  /** @default the name of the property */
  title?: LocalizedText;
  /** What the property means: the text below the field, and the meaning in a table. Plain text. */
  help?: LocalizedText;
  /**
   * Kind of input. A `secret` is never shown again; a `key` is shown masked.
   *
   * @default by the rules of class-validator; a name such as `apiSecret`, `token` or `password` makes
   * it a secret, and so is every text without a `@ConfigField`
   */
  kind?: ConfigFieldKind;
  /** An example, shown in the empty field. */
  placeholder?: string;
  /** The value that applies if the option is left out. */
  default?: string | number | boolean;
  /**
   * What applies where it is left out, for a table of options, where no literal value says it. Markdown.
   *
   * @default `default` as code
   * @example { en: "Node's own", zh: 'Node 自带' }
   */
  defaultText?: LocalizedText;
  /** The values of a `select`. @default those of `@IsIn` or `@IsEnum` */
  options?: readonly string[];
  /** What the options of a `select` are called, by option. @default the option itself */
  optionTitles?: Readonly<Record<string, LocalizedText>>;
  /** The least and the greatest value of a `number`. @default those of `@Min` and `@Max` */
  min?: number;
  max?: number;
  /** The properties of a `group`, or of each of the `rows`. */
  fields?: Readonly<Record<string, ConfigFieldOptions>>;
  /** The keys of a `map`. */
  keys?: ConfigFieldOptions;
  /** The values of a `map`. */
  values?: ConfigFieldOptions;
  /** The forms that the value of a `choice` may have. */
  alternatives?: readonly ConfigFieldAlternative[];
  /** Whether the option is required. @default true, unless the property has `@IsOptional` or `@ValidateIf` */
  required?: boolean;
  /** Whether the field is folded away at first. @default false */
  advanced?: boolean;
  /** Whether the form leaves the option out, so that it can be set in code only. @default false */
  codeOnly?: boolean;
}

/** One form that the value of a `choice` may have: a constant, or what a field describes. */
export interface ConfigFieldAlternative {
  title: LocalizedText;
  constant?: string | boolean;
  field?: ConfigFieldOptions;
}

/** Describes how a property of a type's configuration looks in a form. */
export function ConfigField(options: ConfigFieldOptions): PropertyDecorator {
  return (prototype, property) => {
    const fields = new Map(configFieldsOf(prototype.constructor));
    fields.set(String(property), options);
    Reflect.defineMetadata(CONFIG_FIELDS, fields, prototype.constructor);
  };
}

/** Returns the `@ConfigField` options of a class and of its base classes, by property. */
export function configFieldsOf(target: object): ReadonlyMap<string, ConfigFieldOptions> {
  return (
    (Reflect.getMetadata(CONFIG_FIELDS, target) as Map<string, ConfigFieldOptions> | undefined) ??
    new Map<string, ConfigFieldOptions>()
  );
}
