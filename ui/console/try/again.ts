import type { RecentSend } from '../../../lib/console/console.wire.ts';
import { attempt, issues, openAttempt, outcome, setAttempt } from './try.ts';

/** Fills the form with what is known of a send. Numbers and values are not kept: those that stand there stay. */
export function tryAgain({ instance, request }: RecentSend): void {
  openAttempt(instance, request.template);
  const { lines, values } = attempt.peek();
  setAttempt({
    sign: request.sign ?? '',
    lines: lines || request.params.map((name) => `${name}=${values[name] ?? ''}`).join('\n'),
  });
  issues.value = {};
  outcome.value = null;
}
