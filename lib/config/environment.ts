import type { AliyunSmsOptions, SmsSetupIssue } from '../index.js';
import { SmsEnvironmentError } from './sms-environment.error.js';

type Environment = Readonly<Record<string, string | undefined>>;

interface Variable {
  name: string;
  required?: boolean;
  /** What the option becomes, or undefined for a value that cannot be read. */
  read: (text: string) => string | number | boolean | undefined;
  need: string;
}

const text = (name: string, required = false): Variable => ({
  name,
  required,
  read: (value) => value,
  need: 'text',
});
const count = (name: string): Variable => ({
  name,
  read: (value) => (/^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined),
  need: 'a whole number from 1',
});
const flag = (name: string): Variable => ({
  name,
  read: (value) => ({ true: true, 1: true, false: false, 0: false })[value.toLowerCase()],
  need: 'true or false',
});

const VARIABLES = {
  accessKey: text('ALIBABA_CLOUD_ACCESS_KEY_ID', true),
  accessSecret: text('ALIBABA_CLOUD_ACCESS_KEY_SECRET', true),
  securityToken: text('ALIBABA_CLOUD_SECURITY_TOKEN'),
  verifySign: text('ALIYUN_SMS_SIGN'),
  endpoint: text('ALIYUN_SMS_ENDPOINT'),
  timeout: count('ALIYUN_SMS_TIMEOUT'),
  connections: count('ALIYUN_SMS_CONNECTIONS'),
  logging: flag('ALIYUN_SMS_LOGGING'),
} satisfies Partial<Record<keyof AliyunSmsOptions, Variable>>;

/** Reads the settings; an empty variable counts as one that is not set. */
export function readEnvironment(environment: Environment): AliyunSmsOptions {
  const options: Record<string, unknown> = {};
  const issues: SmsSetupIssue[] = [];
  for (const [key, { name, required, read, need }] of Object.entries<Variable>(VARIABLES)) {
    const value = environment[name]?.trim();
    if (!value) {
      if (required)
        issues.push({ code: 'unset-variable', option: key, text: `${name} is not set` });
      continue;
    }
    options[key] = read(value);
    if (options[key] === undefined) {
      issues.push({ code: 'invalid', option: key, text: `${name} must be ${need}` });
    }
  }
  if (issues.length > 0) throw new SmsEnvironmentError(issues);
  return options;
}
