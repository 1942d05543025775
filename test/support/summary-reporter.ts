import { relative } from 'node:path';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Prints `N passed, N failed` as the very last line of the run, after any coverage table. Before it come the suites
 * that were skipped; their titles say why.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    let passed = 0;
    let failed = errors.length;
    let skipped = 0;
    const lines: string[] = [];
    for (const file of modules) {
      const failedBefore = failed;
      for (const test of file.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed++;
        else if (state === 'failed') failed++;
        else skipped++;
      }
      for (const suite of file.children.suites()) {
        const tests = [...suite.children.allTests()];
        if (suite.options.mode !== 'skip' || tests.length === 0) continue;
        lines.push(`skipped ${tests.length}: ${relative('', file.moduleId)}: ${suite.name}`);
      }
      // A file that could not be loaded, or whose hooks fail, has no failed test to report.
      if (failed === failedBefore && file.state() === 'failed') failed++;
    }
    lines.push(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
    process.once('exit', () => console.log(lines.join('\n')));
  }
}
