import { phoneNumberIssue } from '../common/phone-number.js';
import { type Rule, ValidateWith } from '../schema/validate-with.decorator.js';

const isSmsPhone: Rule = (value) => {
  const issue = phoneNumberIssue(value);
  return issue && `must be a phone number: it ${issue}`;
};

/**
 * Checks a property of a DTO: a phone number that `sendMessage` takes, from the mainland, Hong Kong, Macao,
 * Taiwan or abroad. The value stays as it was written: `normalizePhone` gives the form to store and compare.
 *
 * @example
 * class LoginDto {
 *   @IsSmsPhone()
 *   phone!: string;
 * }
 */
export function IsSmsPhone(): PropertyDecorator {
  return ValidateWith(isSmsPhone);
}
