/** One call of an operation of the Aliyun SMS API, before it is signed. */
export interface ApiCall {
  /** Name of the operation, such as `SendSms`. */
  action: string;
  /** Parameters in the query string, which is where SendSms has all of them. */
  query: Record<string, string>;
  /** Parameters in a form body; nested values are flattened to `Name.1.field`. */
  form?: Record<string, unknown> | undefined;
  /** Further headers; those that begin with `x-acs-` are signed. */
  headers?: Record<string, string> | undefined;
  /** Milliseconds for the whole call, in place of those of the settings. */
  timeout?: number | undefined;
  signal?: AbortSignal | undefined;
  /** Whether a `Code` other than `OK` in the answer is thrown; the SDK's operations return it. */
  mustBeOk?: boolean | undefined;
  /** Filled in by the transport. */
  trace?: CallTrace | undefined;
}

/** What is learnt on the way, whatever the end. */
export interface CallTrace {
  /** On the clock of `performance.now()`. */
  startedAt: number;
  /** Requests that were made. */
  attempts: number;
}

/** What Aliyun answered with HTTP 2xx: its JSON object, whose `Code` may still be a refusal. */
export interface ApiAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

/**
 * What the caller makes of the end of a call. Handed in with the call, since a function that awaits it
 * is half a kilobyte, of each of the thousands that may wait.
 */
export interface CallEnd<T> {
  answered(answer: ApiAnswer): T;
  /** What is thrown. */
  failed(error: unknown): unknown;
}
