import { isAbroad } from './phones.ts';

// As the emulator has it, https://help.aliyun.com/document_detail/108057.html
const GSM7 = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const GSM7_TWICE = new Set('|^€{}[]~\\');

const HOME = '13900000000';
const ABROAD = '85200000000';

/** As how many messages a text to a number is billed. */
export function partsOf(text: string, phone: string): number {
  const septets = isAbroad(phone) ? gsm7Length(text) : undefined;
  if (septets !== undefined) return septets <= 160 ? 1 : Math.ceil(septets / 153);
  return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
}

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
  const [home, elsewhere] = [partsOf(text, HOME), partsOf(text, ABROAD)];
  return {
    home,
    abroad: elsewhere,
    hasHome: atHome > 0 || abroad === 0,
    hasAbroad: abroad > 0,
    inAll: atHome * home + abroad * elsewhere,
  };
}

function gsm7Length(text: string): number | undefined {
  let length = 0;
  for (const char of text) {
    if (GSM7.has(char)) length += 1;
    else if (GSM7_TWICE.has(char)) length += 2;
    else return undefined;
  }
  return length;
}
