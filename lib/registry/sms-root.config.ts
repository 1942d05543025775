import { ConfigField } from '../schema/config-field.decorator.js';
import { count, functionOption, milliseconds } from '../schema/option.rules.js';
import { ValidateWith } from '../schema/validate-with.decorator.js';
import type { SmsResolver } from './sms-instance.options.js';

/** What applies where an option is left out. */
export const ROOT_DEFAULTS = Object.freeze({ shutdownGrace: 5000, idleTimeout: 600_000 });

/** Options of the application as a whole: `forRoot` has them beside those that instances inherit. */
export class SmsRootConfig {
  /**
   * Milliseconds that calls in flight are given to finish at shutdown.
   *
   * @default 5000
   */
  @ConfigField({
    codeOnly: true,
    help: {
      en: 'Milliseconds that calls in flight are given at shutdown; in forRoot only.',
      zh: '关闭时给进行中调用的毫秒数；只能写在 forRoot 中。',
    },
    default: ROOT_DEFAULTS.shutdownGrace,
  })
  @ValidateWith(milliseconds)
  shutdownGrace?: number;

  /**
   * Gives the configuration of an instance that was not registered, for a service with an account per
   * tenant. It is asked at the first use of a name, and again after `idleTimeout`.
   *
   * @example (name) => tenants.findOneBy({ name })
   */
  @ConfigField({
    codeOnly: true,
    help: {
      en: 'Function that gives instances at their first use; in forRoot only.',
      zh: '在首次使用时给出实例的函数；只能写在 forRoot 中。',
    },
    defaultText: { en: 'none', zh: '无' },
  })
  @ValidateWith(functionOption)
  resolve?: SmsResolver;

  /**
   * Milliseconds without use after which an instance that `resolve` gave is dropped, with its
   * connections.
   *
   * @default 600000
   */
  @ConfigField({
    codeOnly: true,
    help: {
      en: 'Milliseconds after which an idle instance of resolve is dropped; in forRoot only.',
      zh: 'resolve 给出的实例闲置多少毫秒后释放；只能写在 forRoot 中。',
    },
    default: ROOT_DEFAULTS.idleTimeout,
  })
  @ValidateWith(count)
  idleTimeout?: number;
}

/** Options of the application as a whole. */
export interface SmsRootOptions extends SmsRootConfig {}
