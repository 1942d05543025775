import { isForeignNumber } from './phone-number.js';

const GSM7 = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const GSM7_TWICE = new Set('|^€{}[]~\\');

/**
 * How many messages a text is billed as: up to 70 characters are one, longer texts take 67 each;
 * abroad the GSM 7-bit alphabet allows 160 and 153
 * (https://help.aliyun.com/en/sms/user-guide/sms-sending-rules-intl).
 */
export function messageParts(content: string, phoneNumber: string): number {
  const septets = isForeignNumber(phoneNumber) ? gsm7Length(content) : undefined;
  if (septets !== undefined) return septets <= 160 ? 1 : Math.ceil(septets / 153);
  return content.length <= 70 ? 1 : Math.ceil(content.length / 67);
}

function gsm7Length(content: string): number | undefined {
  let length = 0;
  for (const char of content) {
    if (GSM7.has(char)) length += 1;
    else if (GSM7_TWICE.has(char)) length += 2;
    else return undefined;
  }
  return length;
}
