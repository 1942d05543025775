/** A class that is meant as an SMS type cannot be one. Thrown at bootstrap. */
export class SmsTypeError extends Error {
  override readonly name = 'SmsTypeError';
}
