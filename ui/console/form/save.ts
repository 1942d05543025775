import { nextFrame } from '../../shared/frame.ts';
import { showToast } from '../../shared/toast.tsx';
import { api } from '../api.ts';
import { callErrorOf } from '../call.ts';
import { drafts, health, store } from '../console.ts';
import { slide } from '../place.ts';
import { texts } from '../texts.ts';
import type { Draft } from './drafts.ts';
import { readForm } from './form-values.ts';
import { serverIssues } from './issues.ts';

/** Saves a draft; what is wrong stands at its fields, and the first of them gets the focus. */
export async function saveDraft(draft: Draft): Promise<void> {
  if (draft.isSaving) return;
  const { config, issues } = readForm(store.type(draft.type)?.fields ?? [], draft);
  const isValid = Object.keys(issues).length === 0;
  drafts.change(draft, { issues, error: null, isSaving: isValid });
  if (!isValid) {
    focusFirstIssue('#instance-form');
    return;
  }
  const focused = document.activeElement?.id;
  const name = draft.name.trim();
  const input = { name, title: draft.title.trim() || name, type: draft.type, config };
  try {
    const saved = await (draft.isNew ? api.create(input) : api.edit(input, draft.version));
    drafts.discard(draft.key);
    store.put(saved);
    health.forget(saved.name);
    if (saved.hasHealth) health.ask(saved.name);
    showToast(draft.isNew ? texts.value.created : texts.value.saved);
    if (draft.isNew) slide('instances', saved.name);
    // While it is saved its fields are disabled, and what is disabled loses the focus.
    if (focused) {
      nextFrame(() => document.getElementById(focused)?.focus({ preventScroll: true }));
    }
  } catch (thrown) {
    const error = callErrorOf(thrown);
    drafts.change(draft, { isSaving: false, error, issues: serverIssues(error.error.issues) });
    // Somebody else has saved it: the form shows both.
    if (error.error.current) store.put(error.error.current);
    focusFirstIssue('#instance-form');
  }
}

/** After the next frame, since the issues have to be drawn first. */
export function focusFirstIssue(form: string): void {
  nextFrame(() => {
    const first = document.querySelector<HTMLElement>(`${form} [aria-invalid="true"]`);
    (first ?? document.querySelector<HTMLElement>(`${form} [type="submit"]`))?.focus();
    if (!first) document.querySelector(`${form} .problem`)?.scrollIntoView({ block: 'nearest' });
  });
}
