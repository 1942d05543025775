import type { ValidateByOptions } from 'class-validator';
import { ValidateBy } from '../common/class-validator.js';
import { sentenceOf, type Violation } from '../errors/violation.js';

// A string, so that two copies of the package read each other's rules.
const TRIM = 'nestjs-aliyun-sms:trim';
const RULE = 'nestjs-aliyun-sms:rule';

/**
 * Returns the violation of a value, without the value itself, or undefined if the value is valid. A text
 * follows the name of the property (`must be …`). A `sentence` stands alone, for instance about a nested value.
 */
export type Rule = (value: unknown, object: object) => Violation | readonly Violation[] | undefined;

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
        const found = violationsOf(rule, value, object);
        return found.map((each) => sentenceOf(property, each)).join('; ');
      },
    },
  };
  // class-validator keeps only texts of what is wrong: the codes come from the rule, asked once more.
  return ValidateBy(validator, { context: { [TRIM]: options.trim ?? false, [RULE]: rule } });
}

/** The violations of a value, as our rule behind a rule of class-validator states them. */
export function codedViolations(
  context: unknown,
  value: unknown,
  object: object,
): readonly Violation[] | undefined {
  const rule = (context as Record<string, unknown> | undefined)?.[RULE];
  return typeof rule === 'function' ? violationsOf(rule as Rule, value, object) : undefined;
}

function violationsOf(rule: Rule, value: unknown, object: object): readonly Violation[] {
  const found = rule(value, object) ?? [];
  return isList(found) ? found : [found];
}

function isList(found: Violation | readonly Violation[]): found is readonly Violation[] {
  return Array.isArray(found);
}

/** Whether a property has a rule that wants its text trimmed. */
export function isTrimmed(rules: readonly { context?: unknown }[] | undefined): boolean {
  return (
    rules?.some(({ context }) => (context as Record<string, unknown> | undefined)?.[TRIM]) ?? false
  );
}
