import { FAULT_ROUTES } from './fault.routes.js';
import { MESSAGE_ROUTES } from './message.routes.js';
import { RECEIPT_ROUTES } from './receipt.routes.js';
import type { RestRoute } from './rest-route.js';
import { REVIEW_ROUTES } from './review.routes.js';
import { SYSTEM_ROUTES } from './system.routes.js';

export const REST_PREFIX = '/_emulator';

/** The whole REST interface, in the order in which the paths are tried. */
export const REST_ROUTES: readonly RestRoute[] = [
  ...MESSAGE_ROUTES,
  ...RECEIPT_ROUTES,
  ...REVIEW_ROUTES,
  ...FAULT_ROUTES,
  ...SYSTEM_ROUTES,
];
