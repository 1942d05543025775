import type { FaultEffect, FaultRule } from '../model/fault.js';

const NEEDS: Readonly<Partial<Record<FaultEffect['type'], readonly string[]>>> = {
  refuse: ['code'],
  gateway: ['status', 'code'],
  answer: ['status'],
  delay: ['ms'],
  'slow-body': ['ms'],
};

/** Rules come over REST too: says what one lacks before it is in force. */
export function checkFaultRule({ effect, match, count }: FaultRule): void {
  for (const name of NEEDS[effect.type] ?? []) {
    if (!(name in effect)) throw new TypeError(`A fault of type ${effect.type} needs "${name}"`);
  }
  if ('status' in effect && !(effect.status >= 200 && effect.status <= 599)) {
    throw new RangeError('status must be from 200 to 599');
  }
  if (match?.share !== undefined && !(match.share >= 0 && match.share <= 1)) {
    throw new RangeError('share must be from 0 to 1');
  }
  if (count !== undefined && !(Number.isInteger(count) && count > 0)) {
    throw new RangeError('count must be a whole number of at least 1');
  }
}
