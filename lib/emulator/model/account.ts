/** An access key that the emulator knows. */
export interface EmulatorAccount {
  /** AccessKey id. */
  accessKey: string;
  /** AccessKey secret, in clear: use invented ones. */
  accessSecret: string;
  /** Makes it a temporary (STS) key: requests must carry this token. */
  securityToken?: string;
  /** When a temporary key ends (ISO 8601), after which it is refused as expired. @default never */
  expiresAt?: string;
}

/** The account of an emulator that was given none. */
export const DEFAULT_ACCOUNT: Readonly<EmulatorAccount> = Object.freeze({
  accessKey: 'LTAI5tEmulator0000000000',
  accessSecret: 'emulator-secret',
});
