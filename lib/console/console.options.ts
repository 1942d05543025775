import type { CanActivate, ModuleMetadata, Type } from '@nestjs/common';
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
   * from `imports` or a global module. Required when `NODE_ENV` is `production`. Without guards the page
   * is served on `localhost` and bare IP addresses only.
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

/** @throws SmsConsoleError if the console would be open to everybody in production */
export function assertGuarded({ guards }: ConsoleSettings): void {
  if (process.env['NODE_ENV'] !== 'production' || guards.length > 0) return;
  throw new SmsConsoleError(
    'On the SMS console anybody can send messages and change keys. With NODE_ENV=production it needs ' +
      'guards: AliyunSmsConsoleModule.forRoot({ guards: [AdminGuard] }), or leave the module out',
  );
}
