import { type CanActivate, Controller, type Type, UseFilters, UseGuards } from '@nestjs/common';
import { ApiController } from './api.controller.js';
import { ConsoleExceptionFilter } from './console-exception.filter.js';
import { PageController } from './page.controller.js';
import { SameSiteGuard } from './same-site.guard.js';

/** The controllers under a path of the user's, behind guards of the user's. */
export function createConsoleControllers(
  path: string,
  guards: readonly (Type<CanActivate> | CanActivate)[],
): Type[] {
  class ConsolePageController extends PageController {}
  class ConsoleApiController extends ApiController {}
  Controller(path)(ConsolePageController);
  Controller(`${path.replace(/\/$/, '')}/api`)(ConsoleApiController);
  UseFilters(ConsoleExceptionFilter)(ConsoleApiController);
  for (const controller of [ConsolePageController, ConsoleApiController]) {
    UseGuards(SameSiteGuard, ...guards)(controller);
  }
  return [ConsolePageController, ConsoleApiController];
}
