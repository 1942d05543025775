import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { type AliyunSmsConsoleOptions, CONSOLE_SETTINGS } from './console.options.js';
import { createConsoleControllers } from './console.controllers.js';
import { InstancesService } from './instances.service.js';
import { RecentSends } from './recent-sends.js';
import { ReviewsService } from './reviews.service.js';
import { SmsConsoleError } from './sms-console.error.js';
import { TryOutService } from './try-out.service.js';

/** Mounts a page on which a person creates, edits and tries SMS instances. */
@Module({})
export class AliyunSmsConsoleModule {
  /**
   * @example AliyunSmsConsoleModule.forRoot({ path: '/console', guards: [AdminGuard] })
   */
  static forRoot(options: AliyunSmsConsoleOptions = {}): DynamicModule {
    const { path = '/console', guards = [], readOnly = false, imports = [] } = options;
    const settings: Provider = {
      provide: CONSOLE_SETTINGS,
      useFactory: () => {
        if (process.env['NODE_ENV'] === 'production' && guards.length === 0) {
          throw new SmsConsoleError(
            'The SMS console lets whoever opens it send messages and change keys. With NODE_ENV=production it needs ' +
              'guards: AliyunSmsConsoleModule.forRoot({ guards: [AdminGuard] }), or leave the module out',
          );
        }
        return { path, guards, readOnly };
      },
    };
    return {
      module: AliyunSmsConsoleModule,
      imports,
      controllers: createConsoleControllers(path, guards),
      providers: [settings, InstancesService, RecentSends, ReviewsService, TryOutService],
    };
  }
}
