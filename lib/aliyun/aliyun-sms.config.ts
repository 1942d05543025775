import { AliyunClientConfig } from '../client/aliyun-client.config.js';
import { inInstance } from '../client/missing-options.js';
import { limitsViolations, type SmsLimits } from '../limits/index.js';
import { ConfigField } from '../schema/config-field.decorator.js';
import { LIMITS_FORM } from './limits.form.js';
import { flag } from '../schema/option.rules.js';
import type { ConfigSource, ResolvedConfig } from '../schema/sms-config-class.interface.js';
import { type Rule, ValidateWith } from '../schema/validate-with.decorator.js';
import { signViolation } from '../sms/message.rules.js';
import { type SmsHooks, hooksRule } from '../sms/sms-hooks.js';

const signRule: Rule = (value) => (value === undefined ? undefined : signViolation(value));

const limitsRule: Rule = (value) => {
  const found = value === undefined ? [] : limitsViolations(value);
  return found.length > 0 ? found : undefined;
};

/**
 * Options of the type `SMS.Aliyun`, all of them declared here: documentation, form field, rule and default.
 * `AliyunSmsOptions`, the form, the check of `forRoot` and, by `npm run docs:write`, the table of the README follow from it.
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
    help: {
      en: 'Signature approved by Aliyun, without 【】.',
      zh: '已通过审核的签名名称，不带【】。',
    },
    placeholder: '某某科技',
    defaultText: {
      en: 'required, in the instance or the message',
      zh: '必填，在实例或短信中给出',
    },
  })
  @ValidateWith(signRule, { trim: true })
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
      en: 'Refuses before the network what Aliyun\'s flow control would refuse: "aliyun", or windows of your own.',
      zh: '在发出请求前拒绝阿里云流控会拒绝的短信："aliyun" 为其默认规则，也可自定义窗口。',
    },
    ...LIMITS_FORM,
    defaultText: { en: 'none', zh: '无' },
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
    help: {
      en: 'One line a send, recipients masked.',
      zh: '每次发送写一行日志，手机号打码。',
    },
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
    help: {
      en: 'Spans and metrics to OpenTelemetry, where the application has an SDK of it.',
      zh: '应用装有 OpenTelemetry SDK 时，是否向它上报 span 与指标。',
    },
    kind: 'boolean',
    default: true,
    advanced: true,
  })
  @ValidateWith(flag)
  telemetry?: boolean;

  /** Watches the sends, for monitoring of your own. */
  @ConfigField({
    codeOnly: true,
    help: {
      en: 'Objects with onSend and onResult, for monitoring of your own.',
      zh: '带 onSend 和 onResult 的对象，用于自己的监控。',
    },
    defaultText: { en: 'none', zh: '无' },
  })
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
