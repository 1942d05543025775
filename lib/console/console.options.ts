import type { CanActivate, ModuleMetadata, Type } from '@nestjs/common';

/** Options of `AliyunSmsConsoleModule.forRoot`. */
export interface AliyunSmsConsoleOptions extends Pick<ModuleMetadata, 'imports'> {
  /**
   * Where the page is mounted, below a global prefix where the application has one.
   *
   * @default '/console'
   */
  path?: string;

  /**
   * Who may use the page: guards as in `@UseGuards`. What they inject has to come from `imports` or a
   * global module. Required where `NODE_ENV` is `production`; without guards the page answers on
   * `localhost` and bare IP addresses only.
   *
   * @default none
   * @example [AdminGuard]
   */
  guards?: (Type<CanActivate> | CanActivate)[];

  /**
   * Whether instances can be looked at but not changed. Trying one out stays possible.
   *
   * @default false
   */
  readOnly?: boolean;
}

/** The options with their defaults. */
export type ConsoleSettings = Required<Omit<AliyunSmsConsoleOptions, 'imports'>>;

/** Token of the settings. */
export const CONSOLE_SETTINGS = 'ALIYUN_SMS_CONSOLE_SETTINGS';
