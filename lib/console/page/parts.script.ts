/** Browser module: how many messages a text is billed as, as the emulator's message-parts.ts has it. */
export const PARTS_SCRIPT = String.raw`
const GSM7 = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');
const GSM7_TWICE = new Set('|^€{}[]~\\');
const MAINLAND = /^(?:\+?86|0086)?1[3-9]\d{9}$/;
// After + or 00 a 1 is the North American plan, where area and exchange begin with 2 to 9.
const NORTH_AMERICA = /^(?:\+|00)1[2-9]\d{2}[2-9]\d{6}$/;

const compact = (phone) => phone.replace(/[ -]/g, '');

export function isAbroad(phone) {
  const digits = compact(phone);
  return NORTH_AMERICA.test(digits) || !MAINLAND.test(digits.replace(/^\+(?=1)/, ''));
}

/** Whether it can be a number at all; the server knows better. */
export const isPhone = (phone) => phone.length <= 30 && /^(\+|00)?\d{7,17}$/.test(compact(phone));

export function parts(text, phone) {
  const septets = isAbroad(phone) ? gsm7Length(text) : undefined;
  if (septets !== undefined) return septets <= 160 ? 1 : Math.ceil(septets / 153);
  return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
}

function gsm7Length(text) {
  let length = 0;
  for (const char of text) {
    if (GSM7.has(char)) length += 1;
    else if (GSM7_TWICE.has(char)) length += 2;
    else return undefined;
  }
  return length;
}

/** The numbers of a text, each once. A blank parts numbers only where whole numbers stand beside it. */
export function phonesIn(text) {
  const pieces = text.split(/[,;，；、\n\t]+/).flatMap((piece) => {
    const words = piece.trim().split(/\s+/);
    return words.every((word) => isPhone(word)) ? words : [piece.trim()];
  });
  return [...new Set(pieces.filter(Boolean))];
}
`;
