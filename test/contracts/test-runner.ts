/**
 * The two functions of a test runner that a contract needs: those of Vitest, Jest or `node:test`.
 * A contract imports none of them, so that the author of a store can run it under any.
 */
export interface TestRunner {
  describe: (title: string, body: () => void) => unknown;
  it: (title: string, body: () => Promise<void>) => unknown;
}
