import { SmsSetupError } from '../index.js';

/** The console cannot be mounted as it is configured. */
export class SmsConsoleError extends SmsSetupError {
  override readonly name = 'SmsConsoleError';

  constructor(text: string) {
    super(text, [{ code: 'invalid', text }]);
  }
}
