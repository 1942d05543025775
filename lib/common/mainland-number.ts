const MAINLAND = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/;

/** The eleven digits of a mainland mobile, or undefined for a number abroad, which has no limits. */
export function mainlandNumber(phone: string): string | undefined {
  return MAINLAND.exec(phone)?.[1];
}
