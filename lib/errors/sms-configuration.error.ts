/** The settings of an instance cannot work. Thrown at bootstrap, with every fault and its remedy. */
export class SmsConfigurationError extends Error {
  override readonly name = 'SmsConfigurationError';
  /** Name of the instance. */
  readonly instance: string;
  /** Each fault with what to do about it. */
  readonly problems: readonly string[];
  /** The faults by the option that they are about, for a form: `{ timeout: ['timeout must be …'] }`. */
  readonly options: Readonly<Record<string, readonly string[]>>;

  constructor(
    instance: string,
    problems: readonly string[],
    options: Readonly<Record<string, readonly string[]>> = {},
  ) {
    super(`SMS instance "${instance}" cannot be used:\n- ${problems.join('\n- ')}`);
    this.instance = instance;
    this.problems = problems;
    this.options = options;
  }
}
