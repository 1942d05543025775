const MAINLAND = /^(?:\+?86|0086)?1[3-9]\d{9}$/;
// After + or 00 a 1 is the North American plan, where area and exchange begin with 2 to 9.
const NORTH_AMERICA = /^(?:\+|00)1[2-9]\d{2}[2-9]\d{6}$/;

const compact = (phone: string) => phone.replace(/[ -]/g, '');

export function isAbroad(phone: string): boolean {
  const digits = compact(phone);
  return NORTH_AMERICA.test(digits) || !MAINLAND.test(digits.replace(/^\+(?=1)/, ''));
}

/** Whether it can be a number at all; the server knows better. */
export const isPhone = (phone: string): boolean =>
  phone.length <= 30 && /^(\+|00)?\d{7,17}$/.test(compact(phone));

/** The numbers of a text, each once. A blank parts numbers only where whole numbers stand beside it. */
export function phonesIn(text: string): string[] {
  const pieces = text.split(/[,;，；、\n\t]+/).flatMap((piece) => {
    const words = piece.trim().split(/\s+/);
    return words.every(isPhone) ? words : [piece.trim()];
  });
  return [...new Set(pieces.filter(Boolean))];
}
