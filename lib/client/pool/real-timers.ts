// Taken when the module is loaded: fake timers of a test replace the global ones, and a call that ends under
// them would never give its connection back, nor would closing end. Deadlines stay on the global ones, so that
// a test can let them pass.
export const { clearTimeout, queueMicrotask, setImmediate, setTimeout } = globalThis;

/**
 * Whether a test has replaced `setImmediate`. undici calls the global one before it uses a socket again, and
 * waits for it without end, so a socket must not be used twice meanwhile.
 */
export function isImmediateReplaced(): boolean {
  return globalThis.setImmediate !== setImmediate;
}
