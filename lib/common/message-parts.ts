const GSM7 = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const GSM7_TWICE = new Set('|^€{}[]~\\');

/**
 * How many messages Aliyun bills for a text with its signature: one for up to 70 characters, else one for each 67;
 * abroad a text in the GSM 7-bit alphabet has 160 and 153
 * (https://help.aliyun.com/en/sms/user-guide/sms-sending-rules-intl).
 */
export function billedParts(content: string, isMainland: boolean): number {
  const septets = isMainland ? undefined : gsm7Length(content);
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
