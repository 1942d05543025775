import { DEFAULT_TIMEOUT } from '../common/defaults.js';
import type { LocalizedText } from '../common/localized-text.wire.js';
import { ConfigField, type ConfigFieldOptions } from '../schema/config-field.decorator.js';
import { callTimeout, flag, MAX_CALL_TIMEOUT, milliseconds } from '../schema/option.rules.js';
import type { ConfigSource, ResolvedConfig } from '../schema/sms-config-class.interface.js';
import { ValidateWith } from '../schema/validate-with.decorator.js';
import { type SmsHooks, hooksRule } from '../sms/sms-hooks.js';
import * as rule from './failover.rules.js';

/** What applies where an option is left out. */
export const FAILOVER_DEFAULTS = Object.freeze({
  strategy: 'order',
  cooldown: 30_000,
  // One instance may use up its own time, and the next one has as much.
  timeout: 2 * DEFAULT_TIMEOUT,
} as const);

const STRATEGY_TITLES = {
  order: { en: 'In order', zh: '按顺序' },
  'round-robin': { en: 'In turn', zh: '轮流' },
  weights: { en: 'By weight', zh: '按权重' },
} satisfies Record<rule.FailoverStrategy, LocalizedText>;

const INSTANCE: ConfigFieldOptions = { kind: 'instances', title: { en: 'Instance', zh: '实例' } };

const TEMPLATE_CODE: ConfigFieldOptions = {
  kind: 'text',
  title: { en: 'Code in the message', zh: '短信中的代码' },
  placeholder: 'SMS_123456789',
};

/** Configuration of the type `SMS.Failover`. */
export class FailoverSmsConfig {
  /**
   * Names of the instances that share the work, of any type.
   *
   * @example ['main', 'backup']
   */
  @ConfigField({
    title: { en: 'Instances', zh: '实例' },
    help: { en: 'Names of two instances or more.', zh: '至少两个实例的名称。' },
    kind: 'instances',
    required: true,
    placeholder: 'main',
  })
  @ValidateWith(rule.instances)
  instances!: string[];

  /**
   * Which instance is asked first; the others follow in the order of `instances`. `order`: the first that
   * does not cool down. `round-robin`: each in turn. `weights`: each as often as its weight says.
   *
   * @default 'order'
   */
  @ConfigField({
    title: { en: 'Strategy', zh: '策略' },
    help: {
      en: 'Which instance is asked first: in the order of instances (order), each in turn (round-robin), or by weight (weights).',
      zh: '先用哪个实例：按 instances 的顺序（order）、轮流（round-robin）或按权重（weights）。',
    },
    kind: 'select',
    options: rule.FAILOVER_STRATEGIES,
    optionTitles: STRATEGY_TITLES,
    default: FAILOVER_DEFAULTS.strategy,
    required: false,
  })
  @ValidateWith(rule.strategy)
  strategy?: rule.FailoverStrategy;

  /**
   * Shares of the instances for the strategy `weights`; one that is left out has 1.
   *
   * @example { main: 3, backup: 1 }
   */
  @ConfigField({
    title: { en: 'Weights', zh: '权重' },
    help: {
      en: 'Shares of the instances for the strategy weights.',
      zh: '策略为 weights 时各实例的权重。',
    },
    kind: 'map',
    keys: INSTANCE,
    values: { kind: 'number', title: { en: 'Weight', zh: '权重' }, default: 1 },
    defaultText: { en: '1 for each', zh: '各为 1' },
    required: false,
    advanced: true,
  })
  @ValidateWith(rule.weights)
  weights?: Record<string, number>;

  /**
   * Milliseconds for which an instance is not asked after it failed for a reason of its own, such as
   * no connection or no money. Where all cool down, they are asked all the same.
   *
   * @default 30000
   */
  @ConfigField({
    title: { en: 'Cooldown (ms)', zh: '冷却时间（毫秒）' },
    help: {
      en: 'Milliseconds for which an instance is not asked after it failed for a reason of its own.',
      zh: '实例因自身原因失败后暂停使用的毫秒数。',
    },
    kind: 'number',
    default: FAILOVER_DEFAULTS.cooldown,
    required: false,
    advanced: true,
  })
  @ValidateWith(milliseconds)
  cooldown?: number;

  /**
   * Milliseconds for the whole of a send, whichever instances are asked: each one gets what is left, and no
   * more than its own `timeout`. In `sendMessages` it is the time of the calls for a message, without the wait
   * for their turn.
   *
   * @default twice the `timeout` of forRoot, else 20000
   */
  @ConfigField({
    title: { en: 'Timeout (ms)', zh: '超时（毫秒）' },
    help: {
      en: 'Milliseconds for the whole of a send, whichever instances are asked.',
      zh: '一次发送的总时限（毫秒），无论尝试了多少个实例。',
    },
    kind: 'number',
    defaultText: {
      en: 'twice the `timeout` of `forRoot`, else `20000`',
      zh: '`forRoot` 的 `timeout` 的两倍，否则为 `20000`',
    },
    required: false,
    advanced: true,
  })
  @ValidateWith(callTimeout)
  timeout?: number;

  /**
   * Codes of templates by instance, since each account has codes of its own.
   *
   * @example { backup: { SMS_123456789: 'SMS_987654321' } }
   */
  @ConfigField({
    title: { en: 'Template codes', zh: '模板对照' },
    help: {
      en: 'By instance, its own template code for a code that messages name.',
      zh: '按实例给出：短信所用模板代码在该实例中对应的代码。',
    },
    kind: 'map',
    keys: INSTANCE,
    values: {
      kind: 'map',
      title: { en: 'Codes', zh: '代码' },
      keys: TEMPLATE_CODE,
      values: { ...TEMPLATE_CODE, title: { en: 'Its own code', zh: '该实例的代码' } },
    },
    defaultText: { en: 'the codes of the message', zh: '沿用短信的模板代码' },
    required: false,
    advanced: true,
  })
  @ValidateWith(rule.templates)
  templates?: Record<string, Record<string, string>>;

  /**
   * Whether each message writes one line to the Nest logger, beside those of its attempts.
   *
   * @default that of forRoot, else true
   */
  @ConfigField({
    codeOnly: true,
    help: {
      en: 'One line a message, beside those of its attempts.',
      zh: '除每次尝试的日志外，每条短信再写一行日志。',
    },
    defaultText: { en: 'that of `forRoot`, else `true`', zh: '同 `forRoot`，否则为 `true`' },
  })
  @ValidateWith(flag)
  logging?: boolean;

  /**
   * Watches the messages, for monitoring of your own.
   *
   * @default those of forRoot
   */
  @ConfigField({
    codeOnly: true,
    help: {
      en: 'Objects with onSend and onResult, for monitoring of your own.',
      zh: '带 onSend 和 onResult 的对象，用于自己的监控。',
    },
    defaultText: { en: 'those of `forRoot`', zh: '同 `forRoot`' },
  })
  @ValidateWith(hooksRule)
  hooks?: SmsHooks | SmsHooks[];

  /** How sends are watched and how long they last are matters of the application; all else is the failover's own. */
  static inherit(own: object, { root }: ConfigSource): ResolvedConfig {
    const { logging, hooks, timeout } = (root ?? {}) as Inherited;
    const inherited = {
      ...(logging !== undefined && { logging }),
      ...(hooks && { hooks }),
      ...(timeout !== undefined && { timeout: Math.min(2 * timeout, MAX_CALL_TIMEOUT) }),
    };
    return { values: { ...inherited, ...own }, missing: [], remedy: '' };
  }
}

type Inherited = Pick<FailoverSmsConfig, 'logging' | 'hooks' | 'timeout'>;

declare module '../sms/sms-type-options.interface.js' {
  interface SmsTypeOptionsMap {
    'SMS.Failover': FailoverSmsConfig;
  }
}
