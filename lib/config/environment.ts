import { type AliyunSmsOptions, SmsSetupError, type SmsSetupIssue } from '../index.js';

/** The variables of the environment are no usable settings. */
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

type Environment = Readonly<Record<string, string | undefined>>;

interface Variable {
  name: string;
  required?: boolean;
  /** Returns the value of the option, or undefined if the text is not valid. */
  read: (text: string) => string | number | boolean | undefined;
  /** Completes the sentence `must be …`. */
  expected: string;
}

const text = (name: string, required = false): Variable => ({
  name,
  required,
  read: (value) => value,
  expected: 'text',
});
const count = (name: string): Variable => ({
  name,
  read: (value) => (/^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined),
  expected: 'a whole number from 1',
});
const flag = (name: string): Variable => ({
  name,
  read: (value) => ({ true: true, 1: true, false: false, 0: false })[value.toLowerCase()],
  expected: 'true or false',
});

const VARIABLES = {
  accessKey: text('ALIBABA_CLOUD_ACCESS_KEY_ID', true),
  accessSecret: text('ALIBABA_CLOUD_ACCESS_KEY_SECRET', true),
  securityToken: text('ALIBABA_CLOUD_SECURITY_TOKEN'),
  verifySign: text('ALIYUN_SMS_SIGN'),
  endpoint: text('ALIYUN_SMS_ENDPOINT'),
  insecure: flag('ALIYUN_SMS_INSECURE'),
  timeout: count('ALIYUN_SMS_TIMEOUT'),
  connections: count('ALIYUN_SMS_CONNECTIONS'),
  logging: flag('ALIYUN_SMS_LOGGING'),
} satisfies Partial<Record<keyof AliyunSmsOptions, Variable>>;

/**
 * Returns the settings of the environment. An empty variable counts as not set.
 *
 * @throws SmsEnvironmentError with every issue of the environment
 */
export function readEnvironment(environment: Environment): AliyunSmsOptions {
  const options: Record<string, unknown> = {};
  const issues: SmsSetupIssue[] = [];
  for (const [key, { name, required, read, expected }] of Object.entries<Variable>(VARIABLES)) {
    const value = environment[name]?.trim();
    if (!value) {
      if (required) {
        issues.push({ code: 'unset-variable', option: key, text: `${name} is not set` });
      }
      continue;
    }
    options[key] = read(value);
    if (options[key] === undefined) {
      issues.push({ code: 'invalid', option: key, text: `${name} must be ${expected}` });
    }
  }
  if (issues.length > 0) throw new SmsEnvironmentError(issues);
  return options;
}
