import { randomUUID } from 'node:crypto';

/** An id for a send that was given none. */
export function newOutId(): string {
  // Node makes it a rope of a dozen pieces, eight times the size of the text, which a send that waits
  // would hold. It is lower-case already; what comes out is one piece.
  return randomUUID().toLowerCase();
}
