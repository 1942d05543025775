/** What goes wrong with a call. */
export type FaultEffect =
  /** HTTP 200 with another `Code` than `OK`. */
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
  /** Any answer at all: an HTML page, nothing, JSON of another shape. */
  | { type: 'answer'; status: number; contentType?: string; body?: string }
  /** The right answer with a `BizId` that is an object. */
  | { type: 'wrong-types' }
  /** The right answer, compressed without being asked to. */
  | { type: 'gzip' }
  /** Never answers. */
  | { type: 'hang' }
  /** Resets the connection instead of answering. */
  | { type: 'reset' }
  /** Answers with something that is not HTTP. */
  | { type: 'malformed' }
  /** Breaks the connection in the middle of the answer. */
  | { type: 'cut' }
  /** Answers `ms` milliseconds late. */
  | { type: 'delay'; ms: number }
  /** Sends the headers at once and the body over `ms` milliseconds. */
  | { type: 'slow-body'; ms: number }
  /** Answers, keeps alive by its word, and closes the connection. */
  | { type: 'close' }
  /** Answers, and resets the connection when the next request arrives on it. */
  | { type: 'reset-next' };

export type FaultType = FaultEffect['type'];

/** Which calls a fault is for; what is left out matches all. */
export interface FaultMatch {
  action?: string;
  /** One of the recipients, in any spelling that Aliyun takes. */
  phoneNumber?: string;
  templateCode?: string;
  /** Share of the matching calls, from 0 to 1. @default 1 */
  share?: number;
}

export interface FaultRule {
  match?: FaultMatch;
  effect: FaultEffect;
  /**
   * Whether the message is sent all the same. Where the right answer is part of the effect
   * (`delay`, `cut`, …) it always is. @default false
   */
  processed?: boolean;
  /** How many calls it is for. @default all */
  count?: number;
}

/** A rule in force. */
export interface ActiveFault extends FaultRule {
  readonly id: string;
  /** How many calls it has met. */
  applied: number;
}

const NEEDS_THE_ANSWER: ReadonlySet<FaultType> = new Set<FaultType>([
  'wrong-types',
  'gzip',
  'cut',
  'delay',
  'slow-body',
  'close',
  'reset-next',
]);

export function isProcessed({ effect, processed }: FaultRule): boolean {
  return NEEDS_THE_ANSWER.has(effect.type) || processed === true;
}
