import { DEFAULT_ACCOUNT, type EmulatorAccount } from './model/account.js';
import type { FaultRule } from './model/fault.js';
import { PUSH_KINDS } from './model/push.js';
import type { PushUrls } from './receipts/webhooks.js';
import type { SignSeed } from './signs/sign.js';
import type { TemplateSeed } from './templates/template.js';

export interface AliyunSmsEmulatorOptions {
  /** TCP port; 0 takes any free one. @default 0 */
  port?: number;
  /** Address to listen on. Anything but a loopback address brings a warning. @default '127.0.0.1' */
  host?: string;
  /** The access keys that may call. @default [DEFAULT_ACCOUNT] */
  accounts?: readonly EmulatorAccount[];
  /**
   * Refuses what Aliyun refuses before a message goes out: unknown or unapproved signatures and
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
  /** How many messages are kept; the oldest go first. @default 10000 */
  maxMessages?: number;
  /** Templates that are there from the start. @default [] */
  templates?: readonly TemplateSeed[];
  /** Signatures that are there from the start; a name alone is an approved one. @default [] */
  signs?: readonly SignSeed[];
  /** Faults that are in force from the start. @default [] */
  faults?: readonly FaultRule[];
  /**
   * Where receipts, replies and review results are pushed: one address for all of them, or one
   * for each kind. @default none, nothing is pushed
   */
  receiptsUrl?: string | PushUrls;
  /**
   * Reports every message as delivered after so many milliseconds of the emulator's clock;
   * `null` leaves it to you. @default null
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

/** One address stands for all kinds. */
export function toPushUrls(urls: string | PushUrls | undefined): PushUrls {
  const byKind =
    typeof urls === 'string' ? Object.fromEntries(PUSH_KINDS.map((kind) => [kind, urls])) : urls;
  for (const url of Object.values(byKind ?? {})) {
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
      throw new TypeError(`Pushes go to an http: or https: address, which ${url} is not`);
    }
  }
  return byKind ?? {};
}
