/** What to do about options that are missing in the root. */
export const IN_ROOT =
  'give accessKey with accessSecret, or credential, in forRoot (is the environment variable set?)';

/** What to do about options that are missing in an instance that inherits. */
export function inInstance(
  missing: readonly string[],
  place: string,
  root: object | undefined,
): string {
  const give = `give ${missing.length > 1 ? 'them' : 'it'} in ${place}, or `;
  return root
    ? `${give}in forRoot (is its environment variable set?)`
    : `${give}import AliyunSmsModule.forRoot(...), from which it inherits`;
}
