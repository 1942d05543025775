/** How a send ended: what is proven of it. */
export type SmsOutcome =
  /** Aliyun has accepted the message. */
  | 'accepted'
  /** Aliyun, or a limit of the instance, refused it. Nothing was sent. */
  | 'refused'
  /** No usable response, and nothing was sent. */
  | 'not-sent'
  /** No usable response: the message may have been sent. */
  | 'unknown'
  /** The message itself is not valid. Nothing was sent. */
  | 'invalid';
