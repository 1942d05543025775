/** What a fault does to a call. */
export type FaultEffect =
  /** HTTP 200 with a `Code` other than `OK`. */
  | { type: 'refuse'; code: string; message?: string }
  /** A gateway error: HTTP 4xx or 5xx with Aliyun's body. `retryAfter` in milliseconds. */
  | {
      type: 'gateway';
      status: number;
      code: string;
      message?: string;
      retryAfter?: number;
      /** Added to the body, such as `AccessDeniedDetail`. */
      detail?: object;
      /** Echoes the parameters in the message, as `SignatureDoesNotMatch` does. */
      echo?: boolean;
    }
  /** Any response at all: an HTML page, an empty body, JSON of another shape. */
  | { type: 'answer'; status: number; contentType?: string; body?: string }
  /** The right response, but its `BizId` is an object. */
  | { type: 'wrong-types' }
  /** The right response, compressed although the caller did not ask for it. */
  | { type: 'gzip' }
  /** Sends no response at all. */
  | { type: 'hang' }
  /** Resets the connection instead of a response. */
  | { type: 'reset' }
  /** Sends something that is not HTTP. */
  | { type: 'malformed' }
  /** Closes the connection in the middle of the response. */
  | { type: 'cut' }
  /** Sends the response `ms` milliseconds late. */
  | { type: 'delay'; ms: number }
  /** Sends the headers at once and the body over `ms` milliseconds. */
  | { type: 'slow-body'; ms: number }
  /** Sends a response that says keep-alive, and closes the connection all the same. */
  | { type: 'close' }
  /** Sends the response, and resets the connection when the next request arrives on it. */
  | { type: 'reset-next' };

export type FaultType = FaultEffect['type'];

/** Which calls a fault is for; a field that is left out matches all calls. */
export interface FaultMatch {
  action?: string;
  /** One of the recipients, in any form that Aliyun takes. */
  phoneNumber?: string;
  templateCode?: string;
  /** Share of the matching calls, from 0 to 1. @default 1 */
  share?: number;
}

export interface FaultRule {
  match?: FaultMatch;
  effect: FaultEffect;
  /**
   * Whether the message is sent all the same. Where the effect needs the right response
   * (`delay`, `cut`, …) it always is. @default false
   */
  processed?: boolean;
  /** How many calls it is for. @default all */
  count?: number;
}

/** A rule in force. */
export interface ActiveFault extends FaultRule {
  readonly id: string;
  /** How many calls it was applied to. */
  applied: number;
}
