import {
  Controller,
  type DynamicModule,
  Module,
  type Type,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import { ApiController } from './api.controller.js';
import { ConsoleExceptionFilter } from './console-exception.filter.js';
import {
  type AliyunSmsConsoleOptions,
  assertGuarded,
  CONSOLE_SETTINGS,
  DEFAULT_VARIABLES,
  type ConsoleSettings,
} from './console.options.js';
import { DestinationsService } from './destinations.service.js';
import { EmulatorClient } from './emulator-client.js';
import { InstancesService } from './instances.service.js';
import { LocalGuard } from './local.guard.js';
import { PageController } from './page.controller.js';
import { RecentSends } from './recent-sends.js';
import { ReviewsService } from './reviews.service.js';
import { SameSiteGuard } from './same-site.guard.js';
import { TemplateContents } from './template-contents.js';
import { TryOutService } from './try-out.service.js';

/** Mounts a page on which a person creates, edits and tries SMS instances. */
@Module({})
export class AliyunSmsConsoleModule {
  /**
   * @example AliyunSmsConsoleModule.forRoot({ path: '/console', guards: [AdminGuard] })
   */
  static forRoot(options: AliyunSmsConsoleOptions = {}): DynamicModule {
    const { path = '/console', guards = [], readOnly = false, imports = [] } = options;
    const { variables = DEFAULT_VARIABLES } = options;
    const settings: ConsoleSettings = { path, guards, readOnly, variables };
    const settingsProvider = {
      provide: CONSOLE_SETTINGS,
      useFactory: () => {
        assertGuarded(settings);
        return settings;
      },
    };
    return {
      module: AliyunSmsConsoleModule,
      imports,
      controllers: createControllers(settings),
      providers: [
        settingsProvider,
        DestinationsService,
        EmulatorClient,
        InstancesService,
        RecentSends,
        ReviewsService,
        TemplateContents,
        TryOutService,
      ],
    };
  }
}

/** Makes controller classes for one application: path and guards are decorators, which a class has for good. */
function createControllers({ path, guards }: ConsoleSettings): Type[] {
  class ConsolePageController extends PageController {}
  class ConsoleApiController extends ApiController {}
  Controller(path)(ConsolePageController);
  Controller(`${path.replace(/\/$/, '')}/api`)(ConsoleApiController);
  UseFilters(ConsoleExceptionFilter)(ConsoleApiController);
  for (const controller of [ConsolePageController, ConsoleApiController]) {
    UseGuards(LocalGuard, SameSiteGuard, ...guards)(controller);
  }
  return [ConsolePageController, ConsoleApiController];
}
