import type { SignableCall } from './signing/signable-call.js';

/** One call of an operation of an Aliyun API. */
export interface ApiCall extends SignableCall {
  /** Name of the product in Aliyun's API, such as `Dysmsapi`. */
  product: string;
  /** Milliseconds for the whole call, instead of the `timeout` of the settings. */
  timeout?: number | undefined;
  /**
   * When the call ends at the latest, on the clock of `performance.now()`, where it began before the
   * transport is asked. Counts for more than `timeout`.
   */
  deadline?: number | undefined;
  signal?: AbortSignal | undefined;
  /** Throws if the `Code` in the response is not `OK`. Operations of the SDK return it instead. */
  mustBeOk?: boolean | undefined;
  /** The caller makes a span for this call, so the transport must not make another one. */
  hasOwnSpan?: boolean | undefined;
  /** Filled in by the transport, for the caller. */
  trace?: CallTrace | undefined;
}

/** What is known about a call after it has ended, however it ended. */
export interface CallTrace {
  /** On the clock of `performance.now()`. */
  startedAt: number;
  /** Number of requests that were made. */
  attempts: number;
}
