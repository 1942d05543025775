import { signal } from '@preact/signals';

/** Counts how often the reader has asked for the lists anew. */
export const refreshed = signal(0);
