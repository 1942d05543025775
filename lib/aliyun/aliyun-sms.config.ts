import { AliyunClientConfig, inInstance } from '../client/aliyun-client.config.js';
import { limitsIssues, type SmsLimits } from '../limits/index.js';
import { ConfigField } from '../schema/config-field.decorator.js';
import { flag, isText, optional, type Rule } from '../schema/option.rules.js';
import type { ConfigSource, ResolvedConfig } from '../schema/sms-config-class.interface.js';
import { ValidateWith } from '../schema/validate-with.decorator.js';
import { type SmsHooks, hooksRule } from '../sms/sms-hooks.js';

const signRule = optional(
  'the name of the signature, without the brackets 【】',
  (value) => isText(value) && !/[【】]/.test(value) && value.isWellFormed(),
);

const limitsRule: Rule = (value) => {
  const issues = value === undefined ? [] : limitsIssues(value);
  return issues.length > 0 ? { sentence: issues.join('; ') } : undefined;
};

/**
 * Options of the type `SMS.Aliyun`, all of them declared here: documentation, form field, rule and default.
 * `AliyunSmsOptions`, the form, the check of `forRoot` and the table of the README follow from it.
 */
export class AliyunSmsConfig extends AliyunClientConfig {
  /**
   * Approved signature of the messages, without the brackets 【】.
   *
   * @example '某某科技'
   */
  @ConfigField({
    required: false,
    title: { en: 'Signature', zh: '短信签名' },
    help: { en: 'Approved by Aliyun, without 【】.', zh: '已通过审核的签名名称，不带【】。' },
    placeholder: '某某科技',
  })
  @ValidateWith(signRule)
  verifySign?: string;

  /**
   * Refuses before the network what Aliyun's flow control would refuse: `'aliyun'` for its default
   * windows, or windows of your own. A refusal is an `SmsRejectedException` with `local: true`.
   *
   * @default no limits
   * @see https://help.aliyun.com/document_detail/2881383.html
   */
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
  @ValidateWith(limitsRule)
  limits?: SmsLimits;

  /**
   * Whether each send writes one line to the Nest logger, with masked recipients.
   *
   * @default true
   */
  @ConfigField({
    required: false,
    title: { en: 'Log each send', zh: '记录每次发送' },
    kind: 'boolean',
    default: true,
    advanced: true,
  })
  @ValidateWith(flag)
  logging?: boolean;

  /**
   * Whether spans and metrics go to OpenTelemetry. Without an SDK in the application it does nothing.
   *
   * @default true
   */
  @ConfigField({
    required: false,
    title: { en: 'OpenTelemetry', zh: 'OpenTelemetry' },
    kind: 'boolean',
    default: true,
    advanced: true,
  })
  @ValidateWith(flag)
  telemetry?: boolean;

  /** Watches the sends, for monitoring of your own. */
  @ConfigField({ codeOnly: true })
  @ValidateWith(hooksRule)
  hooks?: SmsHooks | SmsHooks[];

  /** Every instance but that of `forRoot` needs a signature, since messages seldom name one. */
  static override inherit(own: object, source: ConfigSource): ResolvedConfig {
    const resolved = super.inherit(own, source);
    const { isDefault, place, root } = source;
    if (isDefault || (resolved.values as AliyunSmsConfig).verifySign !== undefined) return resolved;
    const missing = [...resolved.missing, 'verifySign'];
    return { ...resolved, missing, remedy: inInstance(missing, place, root) };
  }
}

/** Settings of an SMS instance. Those of `forRoot` are inherited by every instance that leaves them out. */
export interface AliyunSmsOptions extends AliyunSmsConfig {}

declare module '../sms/sms-type-options.interface.js' {
  interface SmsTypeOptionsMap {
    'SMS.Aliyun': AliyunSmsOptions;
  }
}
