import type { AliyunSmsOptions } from './aliyun-sms.options.js';
import type { AliyunCredentialProvider } from '../client/credentials.js';
import type { CertificateAuthorities } from '../client/endpoint.js';
import type { RetryOptions } from '../client/retry.js';
import type { SmsLimits } from '../limits/index.js';
import { ConfigField } from '../schema/config-field.decorator.js';
import type { CompletedConfig, ConfigOrigin } from '../schema/sms-config-class.interface.js';
import { accountOptions, mentionsAccount } from './aliyun-sms.account.js';
import { Obeys } from '../sms/obeys.decorator.js';
import * as rule from '../sms/option.rules.js';
import type { SmsHooks } from '../sms/sms-hooks.js';

/** Configuration of the type `SMS.Aliyun`; what each option means is said in `AliyunSmsOptions`. */
export class AliyunSmsConfig implements AliyunSmsOptions {
  @ConfigField({
    required: false,
    title: { en: 'AccessKey ID', zh: 'AccessKey ID' },
    help: {
      en: 'Left out, the account of forRoot is used.',
      zh: '留空则使用 forRoot 的账号。',
    },
    kind: 'key',
    placeholder: 'LTAI5t…',
  })
  @Obeys(rule.visibleText)
  accessKey?: string;

  @ConfigField({
    required: false,
    title: { en: 'AccessKey secret', zh: 'AccessKey Secret' },
    kind: 'secret',
  })
  @Obeys(rule.visibleText)
  accessSecret?: string;

  @ConfigField({
    required: false,
    title: { en: 'Signature', zh: '短信签名' },
    help: { en: 'Approved by Aliyun, without 【】.', zh: '已通过审核的签名名称，不带【】。' },
    placeholder: '某某科技',
  })
  @Obeys(rule.sign)
  verifySign?: string;

  @ConfigField({
    required: false,
    title: { en: 'STS token', zh: 'STS Token' },
    help: { en: 'Of a temporary key.', zh: '临时密钥的 SecurityToken。' },
    kind: 'secret',
    advanced: true,
  })
  @Obeys(rule.visibleText)
  securityToken?: string;

  @ConfigField({
    required: false,
    title: { en: 'Credentials', zh: '凭据' },
    help: {
      en: '"default" asks the environment, OIDC, configuration files and the ECS role, in place of a key.',
      zh: '选择 default 时依次取自环境变量、OIDC、配置文件与 ECS 角色，无需填写密钥。',
    },
    kind: 'select',
    options: ['default'],
    advanced: true,
  })
  @Obeys(rule.credential)
  credential?: AliyunCredentialProvider | 'default';

  @ConfigField({
    required: false,
    title: { en: 'Endpoint', zh: '接入地址' },
    placeholder: 'dysmsapi.aliyuncs.com',
    default: 'dysmsapi.aliyuncs.com',
    advanced: true,
  })
  @Obeys(rule.endpoint)
  endpoint?: string;

  @ConfigField({
    required: false,
    title: { en: 'Timeout (ms)', zh: '超时（毫秒）' },
    help: { en: 'For a whole call.', zh: '一次调用的总时长。' },
    kind: 'number',
    default: 10_000,
    advanced: true,
  })
  @Obeys(rule.callTimeout)
  timeout?: number;

  @ConfigField({
    required: false,
    title: { en: 'Connections', zh: '最大连接数' },
    kind: 'number',
    default: 32,
    advanced: true,
  })
  @Obeys(rule.count)
  connections?: number;

  @ConfigField({
    required: false,
    title: { en: 'Repeats', zh: '重试' },
    help: {
      en: 'Of what provably was not executed, or false.',
      zh: '仅重试确定未执行的请求；false 为不重试。',
    },
    kind: 'json',
    placeholder: '{ "attempts": 3 }',
    advanced: true,
  })
  @Obeys(rule.retry)
  retry?: RetryOptions | false;

  @ConfigField({
    required: false,
    title: { en: 'Limits', zh: '流控' },
    help: {
      en: 'Refuses before the network what Aliyun would refuse: "aliyun", or windows of your own.',
      zh: '在发出请求之前按流控规则拒绝："aliyun" 为默认规则，也可自定义。',
    },
    kind: 'json',
    placeholder: '"aliyun"',
    advanced: true,
  })
  @Obeys(rule.limits)
  limits?: SmsLimits;

  @ConfigField({
    required: false,
    title: { en: 'Proxy', zh: '代理' },
    help: { en: 'URL of a proxy; it may hold a password.', zh: '代理的 URL，可含密码。' },
    kind: 'secret',
    advanced: true,
  })
  @Obeys(rule.proxy)
  proxy?: string | false;

  @ConfigField({
    required: false,
    title: { en: 'Log each send', zh: '记录每次发送' },
    kind: 'boolean',
    default: true,
    advanced: true,
  })
  @Obeys(rule.flag)
  logging?: boolean;

  @ConfigField({
    required: false,
    title: { en: 'OpenTelemetry', zh: 'OpenTelemetry' },
    kind: 'boolean',
    default: true,
    advanced: true,
  })
  @Obeys(rule.flag)
  telemetry?: boolean;

  @ConfigField({ codeOnly: true })
  @Obeys(rule.ca)
  ca?: CertificateAuthorities;

  @ConfigField({ codeOnly: true })
  @Obeys(rule.hooks)
  hooks?: SmsHooks | SmsHooks[];

  @ConfigField({ codeOnly: true })
  @Obeys(rule.milliseconds)
  shutdownGrace?: number;

  @ConfigField({ codeOnly: true })
  @Obeys(rule.functionOption)
  resolve?: NonNullable<AliyunSmsOptions['resolve']>;

  @ConfigField({ codeOnly: true })
  @Obeys(rule.count)
  idleTimeout?: number;

  /** An instance inherits from `forRoot` whatever it leaves out, the account as a whole. */
  static complete(
    own: AliyunSmsOptions,
    { root, isDefault, place }: ConfigOrigin,
  ): CompletedConfig {
    const values: AliyunSmsOptions = {
      ...defined(root as AliyunSmsOptions | undefined),
      ...defined(own),
      ...accountOptions(own, root),
    };
    if (isDefault && !mentionsAccount(own)) return { values, missing: [], problem: '' };
    const needed: (keyof AliyunSmsOptions)[] = values.credential
      ? []
      : ['accessKey', 'accessSecret'];
    if (!isDefault) needed.push('verifySign');
    const missing = needed.filter((key) => values[key] === undefined);
    return { values, missing, problem: isDefault ? IN_ROOT : inInstance(missing, place, root) };
  }
}

const IN_ROOT =
  'give accessKey with accessSecret, or credential, in forRoot (is the environment variable set?)';

function inInstance(missing: string[], place: string, root: object | undefined): string {
  const give = `give ${missing.length > 1 ? 'them' : 'it'} in ${place}, or `;
  return root
    ? `${give}in forRoot (is its environment variable set?)`
    : `${give}import AliyunSmsModule.forRoot(...), from which it inherits`;
}

function defined<T extends object>(options: T | undefined): Partial<T> {
  const entries = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}
