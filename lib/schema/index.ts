export { checkConfig, type CheckedConfig, type ConfigProblem } from './check-config.js';
export { configForm, type ConfigFormField } from './config-form.js';
export {
  ConfigField,
  type ConfigFieldKind,
  type ConfigFieldOptions,
} from './config-field.decorator.js';
export type { LocalizedText } from '../common/localized-text.interface.js';
export { isPlaceholder, shownConfig, type ShownConfig } from './shown-config.js';
export type {
  CompletedConfig,
  ConfigOrigin,
  SmsConfigClass,
} from './sms-config-class.interface.js';
export { SmsContext, type SmsInstances } from '../sms/sms-context.js';
export { SmsType, smsTypeOf, type SmsTypeOptions } from '../sms/sms-type.decorator.js';
export { checkTypes, DEFAULT_TYPE, type SmsTypeEntry, SmsTypes } from '../registry/sms-types.js';
export {
  CONTEXT_PLACEHOLDER,
  dependenciesOf,
  type TypeDependencies,
} from '../registry/type-dependencies.js';
