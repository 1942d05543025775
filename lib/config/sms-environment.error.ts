/** The environment does not hold usable settings. Thrown at bootstrap, with every fault. */
export class SmsEnvironmentError extends Error {
  override readonly name = 'SmsEnvironmentError';

  constructor(readonly problems: readonly string[]) {
    super(
      `aliyunSmsConfig cannot read the environment:\n- ${problems.join('\n- ')}\n` +
        'Set the variables, for instance in a .env file that ConfigModule.forRoot() loads.',
    );
  }
}
