import { ValidateBy } from 'class-validator/cjs/decorator/common/ValidateBy.js';

/**
 * Says what is wrong with a value of an object, without showing it, or undefined. Where the text does
 * not begin with the name of the property, that is put before it.
 */
export type Rule = (value: unknown, object: object) => string | undefined;

/** A class-validator rule out of one of ours, so that a DTO and our own code judge alike. */
export function Obeys(rule: Rule): PropertyDecorator {
  return ValidateBy({
    name: rule.name.replace('Problem', '') || 'obeys',
    validator: {
      validate: (value: unknown, args) => rule(value, args!.object) === undefined,
      defaultMessage: (args) => {
        const { property, value, object } = args!;
        const problem = rule(value, object) ?? 'is valid';
        return problem.startsWith(property) ? problem : `${property} ${problem}`;
      },
    },
  });
}
