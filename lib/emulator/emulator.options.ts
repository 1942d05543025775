import { DEFAULT_ACCOUNT, type EmulatorAccount } from './model/account.js';
import type { FaultRule } from './model/fault.wire.js';
import type { PushUrls } from './model/push.wire.js';
import type { SignSeed } from './model/sign.js';
import type { TemplateSeed } from './model/template.js';
import { toPushUrls } from './receipts/webhooks.js';

export interface AliyunSmsEmulatorOptions {
  /** TCP port; 0 takes any free one. @default 0 */
  port?: number;
  /** Address to listen on. Any address other than loopback brings a warning. @default '127.0.0.1' */
  host?: string;
  /** The access keys that may call. @default [DEFAULT_ACCOUNT] */
  accounts?: readonly EmulatorAccount[];
  /**
   * Refuses what Aliyun refuses before it sends a message: unknown or unapproved signatures and
   * templates, missing variables, values that break the rules of the template.
   * @default false
   */
  strict?: boolean;
  /**
   * Limits messages to one number as Aliyun does, on the emulator's clock
   * (https://help.aliyun.com/document_detail/2881383.html).
   * @default the value of `strict`
   */
  flowControl?: boolean;
  /** How many messages are kept; the oldest are dropped first. @default 10000 */
  maxMessages?: number;
  /** Templates at the start. @default [] */
  templates?: readonly TemplateSeed[];
  /** Signatures at the start; a name alone is an approved one. @default [] */
  signs?: readonly SignSeed[];
  /** Faults in force from the start. @default [] */
  faults?: readonly FaultRule[];
  /**
   * Where receipts, replies and review results are pushed: one address for all of them, or one
   * for each kind. @default none, nothing is pushed
   */
  receiptsUrl?: string | PushUrls;
  /**
   * Reports every message as delivered after so many milliseconds on the emulator's clock;
   * with `null` you call `report` yourself. @default null
   */
  autoReceiptAfter?: number | null;
}

export type ResolvedOptions = Readonly<
  Required<Omit<AliyunSmsEmulatorOptions, 'receiptsUrl'>> & { receiptsUrl: PushUrls }
>;

const DEFAULTS = {
  port: 0,
  host: '127.0.0.1',
  accounts: [DEFAULT_ACCOUNT],
  strict: false,
  maxMessages: 10_000,
  templates: [],
  signs: [],
  faults: [],
  autoReceiptAfter: null,
} satisfies AliyunSmsEmulatorOptions;

export function resolveOptions(options: AliyunSmsEmulatorOptions): ResolvedOptions {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const merged: typeof DEFAULTS & AliyunSmsEmulatorOptions = {
    ...DEFAULTS,
    ...Object.fromEntries(given),
  };
  if (!Number.isInteger(merged.maxMessages) || merged.maxMessages < 1) {
    throw new RangeError('maxMessages must be a whole number of at least 1');
  }
  const accounts = merged.accounts.map((account) => ({ ...account }));
  for (const { accessKey, accessSecret } of accounts) {
    if (accessKey && accessSecret) continue;
    throw new TypeError('Each account needs an accessKey and an accessSecret');
  }
  return Object.freeze({
    ...merged,
    accounts,
    flowControl: merged.flowControl ?? merged.strict,
    receiptsUrl: toPushUrls(merged.receiptsUrl),
  });
}
