import { computed, signal } from '@preact/signals';
import type { ReviewedTemplate } from '../../../lib/console/console.wire.ts';
import { callErrorOf, type CallError } from '../call.ts';
import { templatesOf } from '../catalogue.ts';
import { store } from '../console.ts';
import { slide } from '../place.ts';
import {
  contentOf,
  EMPTY_ATTEMPT,
  previewOf,
  type Attempt,
  type AttemptIssues,
} from './attempt.ts';
import { fittingTemplate } from './fitting-template.ts';
import { costOf } from './message-parts.ts';
import type { Outcome } from './outcome.ts';
import { phonesIn } from './phones.ts';

/** The templates of the chosen instance: `null` while they are not known. */
export const listed = signal<readonly ReviewedTemplate[] | null>(null);
export const listError = signal<CallError | null>(null);

// Outside of the component, so that what was filled in outlives another view.
export const attempt = signal<Attempt>(EMPTY_ATTEMPT);
export const issues = signal<AttemptIssues>({});
export const isSending = signal(false);
export const outcome = signal<Outcome | null>(null);

export const content = computed(() => contentOf(attempt.value, listed.value));
export const phones = computed(() => phonesIn(attempt.value.phones));
export const sign = computed(
  () => attempt.value.sign.trim() || store.instance(attempt.value.instance)?.sign || '',
);
export const preview = computed(() => previewOf(attempt.value, listed.value, sign.value));

/** As how many parts the message to all of its numbers is billed. */
export const parts = computed(
  () => costOf(preview.value.map(({ text }) => text).join(''), phones.value).inAll,
);

export function setAttempt(change: Partial<Attempt>): void {
  attempt.value = { ...attempt.peek(), ...change };
}

/** Follows the address: the instance, and the template that it names. */
export function openAttempt(name: string, template: string | null): void {
  const isOther = attempt.peek().instance !== name;
  if (isOther) {
    setAttempt({ instance: name, template: '', isTyped: true, sign: '' });
    listed.value = null;
    listError.value = null;
    issues.value = {};
    outcome.value = null;
  }
  if (template !== null) chooseTemplate(template);
  if (isOther && store.instance(name)?.isAliyun) void loadTemplates(name);
}

export async function loadTemplates(name: string): Promise<void> {
  listError.value = null;
  let found: ReviewedTemplate[];
  try {
    found = await templatesOf(name);
  } catch (error) {
    if (attempt.peek().instance === name) listError.value = callErrorOf(error);
    return;
  }
  if (attempt.peek().instance !== name) return;
  listed.value = found;
  const instance = store.instance(name);
  const code = attempt.peek().template || (instance && fittingTemplate(instance, found)?.code);
  if (code) chooseTemplate(code);
}

export function chooseTemplate(code: string): void {
  const isListed = listed.peek()?.some((each) => each.code === code) ?? false;
  setAttempt({ template: code, isTyped: !isListed });
}

/** The reader has chosen from the list; an empty code stands for one that is typed. */
export function pickTemplate(code: string): void {
  setAttempt({ template: code, isTyped: code === '' });
  issues.value = {};
  slide('try', attempt.peek().instance, code);
}
