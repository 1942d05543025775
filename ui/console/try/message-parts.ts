import { billedParts } from '../../../lib/common/message-parts.ts';
import { isAbroad } from './phones.ts';

/** What a text to some numbers costs, in parts. */
export interface Cost {
  readonly home: number;
  readonly abroad: number;
  readonly hasHome: boolean;
  readonly hasAbroad: boolean;
  readonly inAll: number;
}

export function costOf(text: string, phones: readonly string[]): Cost {
  const abroad = phones.filter(isAbroad).length;
  const atHome = phones.length - abroad;
  const [home, elsewhere] = [billedParts(text, true), billedParts(text, false)];
  return {
    home,
    abroad: elsewhere,
    hasHome: atHome > 0 || abroad === 0,
    hasAbroad: abroad > 0,
    inAll: atHome * home + abroad * elsewhere,
  };
}
