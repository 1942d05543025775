import { ValidateBy } from '../common/class-validator.js';

/**
 * Returns the violation of a value, without the value itself, or undefined if the value is valid. A text
 * follows the name of the property (`must be …`). A `sentence` stands alone, for instance about a nested value.
 */
export type Rule = (value: unknown, object: object) => string | { sentence: string } | undefined;

/** Turns our rule into a rule of class-validator, so that a DTO and our own code apply the same rule. */
export function ValidateWith(rule: Rule): PropertyDecorator {
  return ValidateBy({
    name: rule.name.replace(/Violation$/, '') || 'validateWith',
    validator: {
      validate: (value: unknown, args) => rule(value, args!.object) === undefined,
      defaultMessage: (args) => {
        const { property, value, object } = args!;
        const violation = rule(value, object) ?? 'is valid';
        return typeof violation === 'string' ? `${property} ${violation}` : violation.sentence;
      },
    },
  });
}
