import { DEFAULT_TIMEOUT } from '../common/defaults.js';
import { ConfigField } from '../schema/config-field.decorator.js';
import * as rule from '../schema/option.rules.js';
import type { ConfigSource, ResolvedConfig } from '../schema/sms-config-class.interface.js';
import { ValidateWith } from '../schema/validate-with.decorator.js';
import { accountOptions, mentionsAccount } from './account.js';
import { IN_ROOT, inInstance } from './missing-options.js';
import * as clientRule from './client.rules.js';
import type { AliyunCredentialProvider } from './credentials.js';
import { type CertificateAuthorities, DEFAULT_ENDPOINT } from './endpoint.js';
import type { RetryOptions } from './retry.js';
import { RETRY_FORM } from './retry.form.js';

/** What applies where an option is left out. */
export const CLIENT_DEFAULTS = Object.freeze({
  endpoint: DEFAULT_ENDPOINT,
  insecure: false,
  timeout: DEFAULT_TIMEOUT,
  connections: 32,
  retry: Object.freeze({ attempts: 3, baseDelay: 100, maxDelay: 2000 }),
});

const { attempts, baseDelay, maxDelay } = CLIENT_DEFAULTS.retry;
const RETRY_TEXT = `\`{ attempts: ${attempts}, baseDelay: ${baseDelay}, maxDelay: ${maxDelay} }\``;

/** How an instance reaches Aliyun, whatever product it calls: the account, the endpoint, the connections. */
export class AliyunClientConfig {
  /**
   * Id of the AccessKey that signs the calls.
   *
   * Key, secret, token and `credential` belong together: an instance that gives one of them
   * inherits none of the others.
   *
   * @example 'LTAI5t...'
   */
  @ConfigField({
    required: false,
    title: { en: 'AccessKey ID', zh: 'AccessKey ID' },
    help: {
      en: 'The AccessKey that signs the calls. Left out, the account of forRoot is used.',
      zh: '用于签名的 AccessKey；留空则使用 forRoot 的账号。',
    },
    kind: 'key',
    placeholder: 'LTAI5t…',
    defaultText: { en: 'required, or `credential`', zh: '必填，或用 `credential`' },
  })
  @ValidateWith(rule.visibleText, { trim: true })
  accessKey?: string;

  /** Secret of the AccessKey. */
  @ConfigField({
    required: false,
    title: { en: 'AccessKey secret', zh: 'AccessKey Secret' },
    help: { en: 'Secret of the AccessKey.', zh: '该 AccessKey 的密钥。' },
    kind: 'secret',
    defaultText: { en: 'required, or `credential`', zh: '必填，或用 `credential`' },
  })
  @ValidateWith(rule.visibleText, { trim: true })
  accessSecret?: string;

  /** Token of a temporary (STS) key, beside `accessKey` and `accessSecret`. */
  @ConfigField({
    required: false,
    title: { en: 'STS token', zh: 'STS Token' },
    help: { en: 'Token of a temporary (STS) key.', zh: '临时（STS）密钥的令牌。' },
    kind: 'secret',
    advanced: true,
  })
  @ValidateWith(rule.visibleText, { trim: true })
  securityToken?: string;

  /**
   * Hands out the credentials in place of fixed keys and is asked on every call, so keys may rotate:
   * any object with `getCredential()`, as all of `@alicloud/credentials` are. `'default'` stands for
   * its default chain: environment, OIDC, configuration files, ECS role.
   *
   * @example new Credential(new Config({ type: 'ecs_ram_role', roleName: 'sms' }))
   */
  @ConfigField({
    required: false,
    title: { en: 'Credentials', zh: '凭据' },
    help: {
      en: '"default" asks the environment, OIDC, configuration files and the ECS role. In code also any object with getCredential(), such as a provider of @alicloud/credentials.',
      zh: '"default" 依次取自环境变量、OIDC、配置文件与 ECS 角色。代码中还可以是任何带 getCredential() 的对象，如 @alicloud/credentials 的凭证。',
    },
    kind: 'select',
    options: ['default'],
    advanced: true,
  })
  @ValidateWith(clientRule.credential)
  credential?: AliyunCredentialProvider | 'default';

  /**
   * Host of the API, or a URL. Plain http is for an emulator: on a loopback address, elsewhere with `insecure`.
   *
   * @default 'dysmsapi.aliyuncs.com'
   * @example 'dysmsapi.ap-southeast-1.aliyuncs.com'
   * @example 'http://127.0.0.1:3001'
   */
  @ConfigField({
    required: false,
    title: { en: 'Endpoint', zh: '接入地址' },
    help: {
      en: 'Host of the API, or a URL; plain http on loopback, elsewhere with insecure.',
      zh: 'API 主机名或 URL；明文 http 限本机回环地址，其他主机须配 insecure。',
    },
    placeholder: CLIENT_DEFAULTS.endpoint,
    default: CLIENT_DEFAULTS.endpoint,
    advanced: true,
  })
  @ValidateWith(clientRule.endpoint)
  endpoint?: string;

  /**
   * Permits plain http to a host that is not loopback, such as an emulator in another container. Keys, phone
   * numbers and codes then travel unencrypted. Hosts of Aliyun stay https.
   *
   * @default false
   * @example true // with endpoint: 'http://emulator:44931'
   */
  @ConfigField({
    required: false,
    title: { en: 'Plain http', zh: '允许明文 http' },
    help: {
      en: 'Permits plain http to a host that is not loopback, for an emulator in a container; never to Aliyun.',
      zh: '允许以明文 http 访问非本机主机，用于容器中的模拟器；阿里云主机除外。',
    },
    kind: 'boolean',
    default: CLIENT_DEFAULTS.insecure,
    advanced: true,
  })
  @ValidateWith(rule.flag)
  insecure?: boolean;

  /**
   * Milliseconds for a whole call: waiting for a connection, sending, reading the response.
   *
   * @default 10000
   */
  @ConfigField({
    required: false,
    title: { en: 'Timeout (ms)', zh: '超时（毫秒）' },
    help: { en: 'Milliseconds for the whole call.', zh: '整个调用的时限，以毫秒计。' },
    kind: 'number',
    default: CLIENT_DEFAULTS.timeout,
    advanced: true,
  })
  @ValidateWith(rule.callTimeout)
  timeout?: number;

  /**
   * Most sockets at a time to this endpoint for this account; further calls wait their turn.
   *
   * @default 32
   */
  @ConfigField({
    required: false,
    title: { en: 'Connections', zh: '最大连接数' },
    help: {
      en: 'Most sockets at a time for the account.',
      zh: '该账号最多同时打开的连接数。',
    },
    kind: 'number',
    default: CLIENT_DEFAULTS.connections,
    advanced: true,
  })
  @ValidateWith(rule.count)
  connections?: number;

  /**
   * How often a call is made in all where the earlier ones were provably not executed: a connection
   * that was refused or not established in time, a name that did not resolve, `Throttling.*`. It
   * stays within `timeout`. `false` makes one attempt.
   *
   * @default { attempts: 3, baseDelay: 100, maxDelay: 2000 }
   */
  @ConfigField({
    required: false,
    title: { en: 'Repeats', zh: '重试' },
    help: {
      en: 'How often a call is made in all where it provably was not executed: { attempts, baseDelay, maxDelay }, or false for one attempt.',
      zh: '可证明未被执行的调用总共尝试几次：{ attempts, baseDelay, maxDelay }；false 为不重试。',
    },
    ...RETRY_FORM,
    defaultText: { en: RETRY_TEXT, zh: RETRY_TEXT },
    advanced: true,
  })
  @ValidateWith(clientRule.retry)
  retry?: RetryOptions | false;

  /**
   * URL of a proxy for the connections, or `false` for none whatever the environment says.
   *
   * @default `HTTPS_PROXY` and `NO_PROXY` of the environment, never for a loopback endpoint
   * @example 'http://user:password@proxy.intern:3128'
   */
  @ConfigField({
    required: false,
    title: { en: 'Proxy', zh: '代理' },
    help: {
      en: 'URL of a proxy; it may hold a password. In code, false means none.',
      zh: '代理的 URL，可含密码。代码中 false 表示不用代理。',
    },
    kind: 'secret',
    defaultText: {
      en: '`HTTPS_PROXY` and `NO_PROXY` of the environment, never for loopback',
      zh: '环境变量 `HTTPS_PROXY` 与 `NO_PROXY`，本机回环地址除外',
    },
    advanced: true,
  })
  @ValidateWith(clientRule.proxy)
  proxy?: string | false;

  /**
   * Certificates of authorities to trust in place of Node's own, as PEM.
   *
   * @default Node's own
   */
  @ConfigField({
    codeOnly: true,
    help: {
      en: 'Certificates of authorities to trust, as PEM.',
      zh: '受信任的证书机构，PEM 格式。',
    },
    defaultText: { en: "Node's own", zh: 'Node 自带' },
  })
  @ValidateWith(clientRule.ca)
  ca?: CertificateAuthorities;

  /** An instance inherits from `forRoot` whatever it leaves out, the account as a whole. */
  static inherit(own: object, { root, isDefault, place }: ConfigSource): ResolvedConfig {
    const given = own as AliyunClientConfig;
    const values: AliyunClientConfig = {
      ...defined(root),
      ...defined(own),
      ...accountOptions(given, root),
    };
    if (isDefault && !mentionsAccount(given)) return { values, missing: [], remedy: '' };
    const needed: (keyof AliyunClientConfig)[] = values.credential
      ? []
      : ['accessKey', 'accessSecret'];
    const missing = needed.filter((key) => values[key] === undefined);
    return { values, missing, remedy: isDefault ? IN_ROOT : inInstance(missing, place, root) };
  }
}

function defined<T extends object>(options: T | undefined): Partial<T> {
  const entries = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}
