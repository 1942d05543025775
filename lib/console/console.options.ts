import { type CanActivate, Logger, type ModuleMetadata, type Type } from '@nestjs/common';
import { SmsSetupError } from '../index.js';

/** Options of `AliyunSmsConsoleModule.forRoot`. */
export interface AliyunSmsConsoleOptions extends Pick<ModuleMetadata, 'imports'> {
  /**
   * Path of the page, below the global prefix of the application if it has one.
   *
   * @default '/console'
   */
  path?: string;

  /**
   * Guards that decide which requests may use the page, as in `@UseGuards`. What they inject has to come
   * from `imports` or a global module. Required when `NODE_ENV` is `production`. Without guards the page is
   * served to connections from this machine only, on `localhost` and IP addresses, not through a reverse proxy
   * or a Unix socket, and a warning is logged at the start.
   *
   * @default none
   * @example [AdminGuard]
   */
  guards?: (Type<CanActivate> | CanActivate)[];

  /**
   * Whether the page shows instances but cannot change them. It can still send test messages.
   *
   * @default false
   */
  readOnly?: boolean;

  /**
   * Variables of the environment that a person may name on the page, as `${NAME}` in a key or a secret. A
   * name that ends in `*` stands for all that begin so. Files may name any variable.
   *
   * @default ['ALIBABA_CLOUD_*', 'ALIYUN_*', 'SMS_*']
   */
  variables?: readonly string[];
}

/** What the environment has for this package by convention. */
export const DEFAULT_VARIABLES: readonly string[] = ['ALIBABA_CLOUD_*', 'ALIYUN_*', 'SMS_*'];

/** The options with their defaults. */
export type ConsoleSettings = Required<Omit<AliyunSmsConsoleOptions, 'imports'>>;

/** Token of the settings. */
export const CONSOLE_SETTINGS = 'ALIYUN_SMS_CONSOLE_SETTINGS';

/** The console cannot be mounted as it is configured. */
export class SmsConsoleError extends SmsSetupError {
  override readonly name = 'SmsConsoleError';

  constructor(text: string) {
    super(text, [{ code: 'invalid', text }]);
  }
}

/** What to do where the console refuses something for want of guards. */
export const GUARDS_REMEDY =
  'To open it to others, give AliyunSmsConsoleModule.forRoot({ guards: [AdminGuard] })';

/**
 * Warns of what is open without guards.
 *
 * @throws SmsConsoleError if the application runs in production
 */
export function assertGuarded({ guards, path, readOnly }: ConsoleSettings): void {
  if (guards.length > 0) return;
  if (process.env['NODE_ENV'] !== 'production') {
    const rights = readOnly ? 'send messages' : 'send messages and change instances';
    new Logger('AliyunSmsConsole').warn(
      `The SMS console at ${path} has no guards: whoever can use this machine can ${rights}; requests from other ` +
        `machines and through a reverse proxy are refused. ${GUARDS_REMEDY}`,
    );
    return;
  }
  throw new SmsConsoleError(
    'On the SMS console anybody can send messages and change keys. With NODE_ENV=production it needs ' +
      'guards: AliyunSmsConsoleModule.forRoot({ guards: [AdminGuard] }), or leave the module out',
  );
}
