// Reads the output of test runs and prints one closing line for all of them. Argument: how many runs there were.
import { readFileSync } from 'node:fs';

const text = readFileSync(0, 'utf8');
const closing = [...text.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)];
const [passed, failed, skipped] = [1, 2, 3].map((at) =>
  closing.reduce((sum, line) => sum + Number(line[at] ?? 0), 0),
);
const broken = failed + Math.max(0, Number(process.argv[2]) - closing.length);
console.log(`${passed} passed, ${broken} failed${skipped ? `, ${skipped} skipped` : ''}`);
if (broken > 0) process.exitCode = 1;
