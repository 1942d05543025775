/** A refusal of the SMS service itself: HTTP 200 with a `Code` other than `OK`. */
export class BusinessError extends Error {
  override readonly name = 'BusinessError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
