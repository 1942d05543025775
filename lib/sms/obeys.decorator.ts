import { ValidateBy } from 'class-validator/cjs/decorator/common/ValidateBy.js';
import type { MessageRule } from './message.rules.js';

/** A class-validator rule out of one of ours, so that a DTO and `sendMessage` judge alike. */
export function Obeys(rule: MessageRule): PropertyDecorator {
  return ValidateBy({
    name: rule.name.replace('Problem', ''),
    validator: {
      validate: (value: unknown) => rule(value) === undefined,
      defaultMessage: (args) => `${args!.property} ${rule(args!.value) ?? 'is valid'}`,
    },
  });
}
