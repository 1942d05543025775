/** The settings of an instance cannot work. Thrown at bootstrap, with every fault and its remedy. */
export class SmsConfigurationError extends Error {
  override readonly name = 'SmsConfigurationError';
  /** Name of the instance. */
  readonly instance: string;
  /** Each fault with what to do about it. */
  readonly problems: readonly string[];
  /** Names of the options that are needed and not there. */
  readonly missing: readonly string[];
  /** Whether there is no type of the name that was given. */
  readonly isTypeUnknown: boolean;

  constructor(
    instance: string,
    problems: readonly string[],
    {
      missing = [],
      isTypeUnknown = false,
    }: { missing?: readonly string[]; isTypeUnknown?: boolean } = {},
  ) {
    super(`SMS instance "${instance}" cannot be used:\n- ${problems.join('\n- ')}`);
    this.instance = instance;
    this.problems = problems;
    this.missing = missing;
    this.isTypeUnknown = isTypeUnknown;
  }
}
