/** The console cannot be mounted as it is configured. Thrown at bootstrap. */
export class SmsConsoleError extends Error {
  override readonly name = 'SmsConsoleError';
}
