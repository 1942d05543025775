/**
 * The store of the limits failed. Fit for a log: it keeps the reason's code, and neither the
 * client's message nor its command, which name hosts and keys.
 */
export class LimitStoreError extends Error {
  override readonly name = 'LimitStoreError';
  /** Such as `ECONNREFUSED`, `NOAUTH`, `timeout`, or the name of the client's error class. */
  readonly reason: string;

  constructor(reason: string) {
    super(
      `The store of the SMS limits failed (${reason}). Check that it is up and its client connected; ` +
        "onStoreError: 'allow' sends without it.",
    );
    this.reason = reason;
  }
}

export function limitStoreError(cause: unknown): LimitStoreError {
  return cause instanceof LimitStoreError ? cause : new LimitStoreError(reasonOf(cause));
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  const { code } = cause as NodeJS.ErrnoException;
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,30}$/.test(code)) return code;
  // A reply of Redis begins with its code: NOAUTH Authentication required.
  const reply = /^[A-Z]{2,20}(?= )/.exec(cause.message)?.[0];
  // Words alone name no host and no key: Connection is closed.
  const words = /^[A-Za-z][A-Za-z ]{2,60}(?=\.?$)/.exec(cause.message)?.[0];
  return reply ?? words ?? cause.constructor.name;
}
