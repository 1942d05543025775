/** No message that matches came in time. */
export class WaitTimeoutError extends Error {
  override readonly name = 'WaitTimeoutError';

  constructor(readonly timeout: number) {
    super(
      `No matching message arrived within ${timeout} ms: check the filter, and that the sender's endpoint is this emulator`,
    );
  }
}
