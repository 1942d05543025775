import { SmsSetupError, type SmsSetupIssue } from '../index.js';

/** The environment does not hold usable settings. */
export class SmsEnvironmentError extends SmsSetupError {
  override readonly name = 'SmsEnvironmentError';

  constructor(issues: readonly SmsSetupIssue[]) {
    super(
      `aliyunSmsConfig cannot read the environment:\n- ${issues.map(({ text }) => text).join('\n- ')}\n` +
        'Set the variables, for instance in a .env file that ConfigModule.forRoot() loads.',
      issues,
    );
  }
}
