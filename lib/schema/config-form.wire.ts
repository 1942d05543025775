import type { LocalizedText } from '../common/localized-text.wire.js';

/**
 * The kind of input for a property of a configuration.
 *
 * - `list`: a list of texts; `instances`: a list of names of other instances, in their order
 * - `group`: an object with the properties `fields`; `rows`: a list of such objects
 * - `map`: an object with keys as `keys` says and values as `values` says
 * - `choice`: one of the `alternatives`
 * - `json`: a value of which nothing more is known
 */
export type ConfigFieldKind =
  | 'text'
  | 'key'
  | 'secret'
  | 'number'
  | 'boolean'
  | 'select'
  | 'list'
  | 'instances'
  | 'group'
  | 'rows'
  | 'map'
  | 'choice'
  | 'json';

/** One form that the value of a `choice` may have: a constant, or what a field describes. */
export interface ConfigFormAlternative {
  title: LocalizedText;
  /** The value itself, such as `false` or `'aliyun'`. */
  constant?: string | boolean;
  /** The field for any other value; its name is empty. */
  field?: ConfigFormField;
}

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
  /** What the `options` of a `select` are called, by option. */
  optionTitles?: Readonly<Record<string, LocalizedText>>;
  min?: number;
  max?: number;
  /** The properties of a `group`, or of each of the `rows`. */
  fields?: readonly ConfigFormField[];
  /** The keys of a `map`: of the kind `text`, or `instances` for the name of one instance. Its name is empty. */
  keys?: ConfigFormField;
  /** The values of a `map`. Its name is empty. */
  values?: ConfigFormField;
  /** The forms that the value of a `choice` may have. */
  alternatives?: readonly ConfigFormAlternative[];
}

/** A type as a form needs it. */
export interface SmsTypeInfo {
  name: string;
  title: LocalizedText;
  fields: ConfigFormField[];
}
