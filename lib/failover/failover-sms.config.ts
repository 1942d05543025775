import { ConfigField } from '../schema/config-field.decorator.js';
import { Obeys } from '../sms/obeys.decorator.js';
import { milliseconds } from '../sms/option.rules.js';
import * as rule from './failover.rules.js';

/** How a failover chooses whom it asks first. */
export type FailoverStrategy =
  /** The first that does not rest. */
  | 'order'
  /** Each in turn. */
  | 'round-robin'
  /** Each as often as its weight says. */
  | 'weights';

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
    kind: 'list',
    required: true,
    placeholder: 'main',
  })
  @Obeys(rule.instances)
  instances!: string[];

  /**
   * Who is asked first; the others follow in the order of `instances`.
   *
   * @default 'order'
   */
  @ConfigField({
    title: { en: 'Strategy', zh: '策略' },
    kind: 'select',
    options: rule.STRATEGIES,
    default: 'order',
    required: false,
  })
  @Obeys(rule.strategy)
  strategy?: FailoverStrategy;

  /**
   * Shares of the instances for the strategy `weights`; one that is left out has 1.
   *
   * @example { main: 3, backup: 1 }
   */
  @ConfigField({
    title: { en: 'Weights', zh: '权重' },
    kind: 'json',
    placeholder: '{ "main": 3, "backup": 1 }',
    required: false,
    advanced: true,
  })
  @Obeys(rule.weights)
  weights?: Record<string, number>;

  /**
   * Milliseconds for which an instance is not asked after it failed for a reason of its own, such as
   * no connection or no money. Where all rest, they are asked all the same.
   *
   * @default 30000
   */
  @ConfigField({
    title: { en: 'Rest (ms)', zh: '休息时间（毫秒）' },
    help: {
      en: 'How long an instance that failed is left alone.',
      zh: '实例失败后暂停使用的时长。',
    },
    kind: 'number',
    default: 30_000,
    required: false,
    advanced: true,
  })
  @Obeys(milliseconds)
  rest?: number;

  /**
   * Codes of templates by instance, since each account has codes of its own.
   *
   * @example { backup: { SMS_123456789: 'SMS_987654321' } }
   */
  @ConfigField({
    title: { en: 'Template codes', zh: '模板对照' },
    help: {
      en: 'Per instance, the code there for a code of a message.',
      zh: '各实例中与消息模板对应的模板代码。',
    },
    kind: 'json',
    placeholder: '{ "backup": { "SMS_1": "SMS_2" } }',
    required: false,
    advanced: true,
  })
  @Obeys(rule.templates)
  templates?: Record<string, Record<string, string>>;
}
