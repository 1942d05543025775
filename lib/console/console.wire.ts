// The requests and answers of the console's API. The page imports these types, so that a field that is
// renamed here does not compile there. Files `*.wire.ts` import nothing of Node.

export type * from './console-error.wire.js';
export type * from './instance.wire.js';
export type * from './review.wire.js';
export type * from './sends.wire.js';
export type * from './try.wire.js';
