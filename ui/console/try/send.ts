import { signal } from '@preact/signals';
import type { TryMessage } from '../../../lib/console/console.wire.ts';
import { nextFrame } from '../../shared/frame.ts';
import { api } from '../api.ts';
import { callErrorOf } from '../call.ts';
import { focusFirstIssue } from '../form/save.ts';
import { issuesOf, messageOf, serverAttemptIssues } from './attempt.ts';
import { isRepeat, outcomeOf } from './outcome.ts';
import { attempt, content, isSending, issues, listed, outcome } from './try.ts';

/** The message that may have been sent before: it is sent once more only if the reader says so. */
export const repeated = signal<TryMessage | null>(null);

export async function sendAttempt(): Promise<void> {
  const { instance } = attempt.value;
  if (isSending.value || instance === null) return;
  issues.value = issuesOf(attempt.value, listed.value);
  if (Object.keys(issues.value).length > 0) {
    focusFirstIssue('#try-form');
    return;
  }
  const message = messageOf(attempt.value, listed.value);
  if (isRepeat(outcome.value, instance, message)) repeated.value = message;
  else await send(instance, message);
}

export async function sendAgain(): Promise<void> {
  const message = repeated.value;
  const { instance } = attempt.value;
  repeated.value = null;
  if (message && instance !== null) await send(instance, message);
}

async function send(instance: string, message: TryMessage): Promise<void> {
  const sent = { instance, message, sentAt: Date.now() };
  isSending.value = true;
  outcome.value = null;
  try {
    outcome.value = outcomeOf(sent, { result: await api.send(instance, message) });
  } catch (thrown) {
    const error = callErrorOf(thrown);
    outcome.value = outcomeOf(sent, { error });
    issues.value = serverAttemptIssues(error.error.issues, content.value !== undefined);
  } finally {
    isSending.value = false;
  }
  if (Object.keys(issues.value).length > 0) focusFirstIssue('#try-form');
  else {
    nextFrame(() => document.getElementById('try-outcome')?.scrollIntoView({ block: 'nearest' }));
  }
}
