/**
 * The two functions of a test runner that a contract needs: those of Vitest, Jest or `node:test`.
 * A contract imports none of them, so that the author of a store can run it under any.
 */
export interface TestRunner {
  describe: (title: string, body: () => void) => unknown;
  it: (title: string, body: () => Promise<void>) => unknown;
}

/** Runs each test on a subject of its own, which is closed afterwards. */
export function eachOn<Subject extends { close?: () => void | Promise<void> }>(
  create: () => Subject | Promise<Subject>,
  it: TestRunner['it'],
): (title: string, body: (subject: Subject) => Promise<void>) => unknown {
  return (title, body) =>
    it(title, async () => {
      const subject = await create();
      try {
        await body(subject);
      } finally {
        await subject.close?.();
      }
    });
}
