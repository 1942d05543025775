/** An access key that the emulator knows. */
export interface EmulatorAccount {
  /** AccessKey id. */
  accessKey: string;
  /** AccessKey secret, in clear: use an invented one. */
  accessSecret: string;
  /** Makes it a temporary (STS) key: requests must carry this token. */
  securityToken?: string;
  /** When a temporary key expires (ISO 8601); later calls are refused. @default never */
  expiresAt?: string;
}

/** The account of an emulator that was started without accounts. */
export const DEFAULT_ACCOUNT: Readonly<EmulatorAccount> = Object.freeze({
  accessKey: 'LTAI5tEmulator0000000000',
  accessSecret: 'emulator-secret',
});
