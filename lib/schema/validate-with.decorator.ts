import { ValidateBy } from '../common/class-validator.js';

/**
 * Says what is wrong with a value, without showing it, or returns undefined. A text is what follows the name
 * of the property (`must be …`); a `sentence` names the place itself, as one about a nested value does.
 */
export type Rule = (value: unknown, object: object) => string | { sentence: string } | undefined;

/** Makes a rule of class-validator out of one of ours, so that a DTO and our own code agree. */
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
