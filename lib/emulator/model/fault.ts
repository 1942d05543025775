import type { FaultRule, FaultType } from './fault.wire.js';

const NEEDS_THE_RESPONSE: ReadonlySet<FaultType> = new Set<FaultType>([
  'wrong-types',
  'gzip',
  'cut',
  'delay',
  'slow-body',
  'close',
  'reset-next',
]);

export function isProcessed({ effect, processed }: FaultRule): boolean {
  return NEEDS_THE_RESPONSE.has(effect.type) || processed === true;
}
