import type { LimitStore } from './limit-store.interface.js';
import type { LimitWindow, TemplateKind } from './limit-window.interface.js';

/**
 * Limits that an instance keeps to by itself, before Aliyun refuses: Aliyun's own, windows of your
 * own, or either with further options.
 *
 * @example 'aliyun'
 * @example [{ limit: 1, windowMs: 60_000, by: 'phone' }]
 * @example { kinds: { SMS_123456789: 'notification' }, store: new RedisLimitStore(redis) }
 */
export type SmsLimits = 'aliyun' | readonly LimitWindow[] | FlowControlOptions;

export interface FlowControlOptions {
  /**
   * The windows: `'aliyun'` for Aliyun's defaults (`ALIYUN_LIMITS`), a list for templates of every
   * kind, or a list for each kind, where the account has limits of its own.
   *
   * @default 'aliyun'
   * @example { ...ALIYUN_LIMITS, verification: [{ limit: 3, windowMs: 60_000, by: 'sign+phone' }] }
   * @see https://help.aliyun.com/document_detail/2881383.html
   */
  windows?:
    'aliyun' | readonly LimitWindow[] | Readonly<Record<TemplateKind, readonly LimitWindow[]>>;

  /**
   * What kind the templates are of that `kinds` does not name.
   *
   * @default 'verification', which has the narrowest limits
   */
  kind?: TemplateKind;

  /**
   * The kinds of templates by their codes: a code does not tell it.
   *
   * @example { SMS_123456789: 'notification' }
   */
  kinds?: Readonly<Record<string, TemplateKind>>;

  /**
   * Numbers without limits, such as those white-listed in the SMS console (300 at most there).
   *
   * @default []
   * @example ['13800138000']
   */
  exempt?: readonly string[];

  /**
   * Whether numbers abroad, in Hong Kong, Macao and Taiwan count too. Aliyun does not limit them;
   * windows against abuse of your own may want to.
   *
   * @default false
   */
  countForeign?: boolean;

  /**
   * Where the windows are counted. Give instances that send with the same sign the same store, and
   * several processes a `RedisLimitStore`.
   *
   * @default a `MemoryLimitStore`
   */
  store?: LimitStore;

  /**
   * What to do when the store fails or is silent: send uncounted, or refuse to send.
   *
   * @default 'allow' for the windows of Aliyun, which enforces them itself: a login code must not
   * depend on Redis. 'refuse' for windows of your own, which nobody else would enforce.
   */
  onStoreError?: 'allow' | 'refuse';

  /**
   * Milliseconds after which a silent store counts as failed. Redis clients wait for a lost
   * connection, which would use up the time of the send.
   *
   * @default 1000
   */
  storeTimeout?: number;
}
