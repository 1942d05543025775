import { DEFAULT_ACCOUNT, type EmulatorAccount } from './account.js';

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
  /** How many messages are kept; the oldest go first. @default 10000 */
  maxMessages?: number;
}

export type ResolvedOptions = Readonly<Required<AliyunSmsEmulatorOptions>>;

const DEFAULTS: ResolvedOptions = {
  port: 0,
  host: '127.0.0.1',
  accounts: [DEFAULT_ACCOUNT],
  strict: false,
  maxMessages: 10_000,
};

export function resolveOptions(options: AliyunSmsEmulatorOptions): ResolvedOptions {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const resolved = { ...DEFAULTS, ...Object.fromEntries(given) } as ResolvedOptions;
  if (!Number.isInteger(resolved.maxMessages) || resolved.maxMessages < 1) {
    throw new RangeError('maxMessages must be a whole number of at least 1');
  }
  for (const account of resolved.accounts) {
    if (!account.accessKey || !account.accessSecret) {
      throw new TypeError('Each account needs an accessKey and an accessSecret');
    }
  }
  return Object.freeze({ ...resolved, accounts: resolved.accounts.map((a) => ({ ...a })) });
}
