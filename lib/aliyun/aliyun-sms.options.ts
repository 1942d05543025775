import type { AliyunCredentialProvider } from '../client/credentials.js';
import type { CertificateAuthorities } from '../client/endpoint.js';
import type { RetryOptions } from '../client/retry.js';
import type { SmsLimits } from '../limits/index.js';
import type { SmsResolver } from '../registry/tenants.js';
import type { SmsHooks } from '../sms/sms-hooks.js';

/** Settings of an SMS instance. Those of `forRoot` are inherited by every instance that leaves them out. */
export interface AliyunSmsOptions {
  /**
   * Id of the AccessKey that signs the calls.
   *
   * Key, secret, token and `credential` belong together: an instance that gives one of them
   * inherits none of the others.
   *
   * @example 'LTAI5t...'
   */
  accessKey?: string;

  /** Secret of the AccessKey. */
  accessSecret?: string;

  /** Token of a temporary (STS) key, beside `accessKey` and `accessSecret`. */
  securityToken?: string;

  /**
   * Hands out the credentials in place of fixed keys and is asked on every call, so keys may rotate:
   * any object with `getCredential()`, as all of `@alicloud/credentials` are. `'default'` stands for
   * its default chain: environment, OIDC, configuration files, ECS role.
   *
   * @example new Credential(new Config({ type: 'ecs_ram_role', roleName: 'sms' }))
   */
  credential?: AliyunCredentialProvider | 'default';

  /**
   * Approved signature of the messages, without the brackets 【】.
   *
   * @example '某某科技'
   */
  verifySign?: string;

  /**
   * Host of the API, or a URL. Plain http is for an emulator on a loopback address only.
   *
   * @default 'dysmsapi.aliyuncs.com'
   * @example 'dysmsapi.ap-southeast-1.aliyuncs.com'
   * @example 'http://127.0.0.1:3001'
   */
  endpoint?: string;

  /**
   * Milliseconds for a whole call: waiting for a connection, sending, reading the answer.
   *
   * @default 10000
   */
  timeout?: number;

  /**
   * How often a call is made in all where the earlier ones were provably not executed: a connection
   * that was refused or not established in time, a name that did not resolve, `Throttling.*`. It
   * stays within `timeout`. `false` makes one attempt.
   *
   * @default { attempts: 3, baseDelay: 100, maxDelay: 2000 }
   */
  retry?: RetryOptions | false;

  /**
   * Most sockets at a time to this endpoint for this account; further calls wait their turn.
   *
   * @default 32
   */
  connections?: number;

  /**
   * URL of a proxy for the connections, or `false` for none whatever the environment says.
   *
   * @default `HTTPS_PROXY` and `NO_PROXY` of the environment, never for a loopback endpoint
   * @example 'http://user:password@proxy.intern:3128'
   */
  proxy?: string | false;

  /**
   * Certificates of authorities to trust in place of Node's own, as PEM.
   *
   * @default Node's own
   */
  ca?: CertificateAuthorities;

  /**
   * Refuses before the network what Aliyun's flow control would refuse: `'aliyun'` for its default
   * windows, or windows of your own. A refusal is an `SmsRejectedException` with `local: true`.
   *
   * @default no limits
   * @see https://help.aliyun.com/document_detail/2881383.html
   */
  limits?: SmsLimits;

  /**
   * Milliseconds that calls in flight are given to finish at shutdown. Read from `forRoot`.
   *
   * @default 5000
   */
  shutdownGrace?: number;

  /**
   * Gives the configuration of an instance that was not registered, for a service with an account per
   * tenant. It is asked at the first use of a name, and again after `idleTimeout`. Read from `forRoot`.
   *
   * @example (name) => tenants.findOneBy({ name })
   */
  resolve?: SmsResolver<SmsInstanceOptions>;

  /**
   * Milliseconds without use after which an instance that `resolve` gave is dropped, with its
   * connections. Read from `forRoot`.
   *
   * @default 600000
   */
  idleTimeout?: number;

  /**
   * Whether each send writes one line to the Nest logger, with masked recipients.
   *
   * @default true
   */
  logging?: boolean;

  /**
   * Whether spans and metrics go to OpenTelemetry. Without an SDK in the application it does nothing.
   *
   * @default true
   */
  telemetry?: boolean;

  /** Watches the sends, for monitoring of your own. */
  hooks?: SmsHooks | SmsHooks[];
}

/** Who an instance is. */
export interface SmsInstanceIdentity {
  /**
   * Name by which it is injected and found.
   *
   * @example 'login'
   */
  name: string;

  /**
   * What the instance is called where people read it.
   *
   * @default the name
   */
  title?: string;

  /**
   * Full name of its type, whose own options stand beside it.
   *
   * @default 'SMS.Aliyun'
   */
  type?: string;
}

/** An instance of the type `SMS.Aliyun`, with whatever it does not inherit from `forRoot`. */
export interface AliyunSmsInstanceOptions extends SmsInstanceIdentity, AliyunSmsOptions {
  type?: 'SMS.Aliyun';
}

/** An instance of another type. */
export interface OtherSmsInstanceOptions extends SmsInstanceIdentity {
  type: string;
  [option: string]: unknown;
}

/** An instance: who it is, and the options of its type. */
export type SmsInstanceOptions = AliyunSmsInstanceOptions | OtherSmsInstanceOptions;
