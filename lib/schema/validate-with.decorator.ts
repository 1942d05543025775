import type { ValidateByOptions } from 'class-validator';
import { ValidateBy } from '../common/class-validator.js';

// A string, so that two copies of the package read each other's rules.
const TRIM = 'nestjs-aliyun-sms:trim';

/**
 * Returns the violation of a value, without the value itself, or undefined if the value is valid. A text
 * follows the name of the property (`must be …`). A `sentence` stands alone, for instance about a nested value.
 */
export type Rule = (value: unknown, object: object) => string | { sentence: string } | undefined;

/** What `ValidateWith` does beside the check. */
export interface ValidateWithOptions {
  /**
   * Whether a text that an instance is configured with is taken without white space, line breaks and
   * invisible characters at its ends. The rule then gets what is left.
   *
   * @default false
   */
  trim?: boolean;
}

/** Turns our rule into a rule of class-validator, so that a DTO and our own code apply the same rule. */
export function ValidateWith(rule: Rule, options: ValidateWithOptions = {}): PropertyDecorator {
  const validator: ValidateByOptions = {
    name: rule.name.replace(/Violation$/, '') || 'validateWith',
    validator: {
      validate: (value: unknown, args) => rule(value, args!.object) === undefined,
      defaultMessage: (args) => {
        const { property, value, object } = args!;
        const violation = rule(value, object) ?? 'is valid';
        return typeof violation === 'string' ? `${property} ${violation}` : violation.sentence;
      },
    },
  };
  return options.trim
    ? ValidateBy(validator, { context: { [TRIM]: true } })
    : ValidateBy(validator);
}

/** Whether a property has a rule that wants its text trimmed. */
export function isTrimmed(rules: readonly { context?: unknown }[] | undefined): boolean {
  return (
    rules?.some(({ context }) => (context as Record<string, unknown> | undefined)?.[TRIM]) ?? false
  );
}
