import type { PushKind } from './push.wire.js';

export const PUSH_KINDS: readonly PushKind[] = [
  'SmsReport',
  'SmsUp',
  'TemplateSmsReport',
  'SignSmsReport',
];
