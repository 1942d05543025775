/** Browser module: saves a draft, and shows in its form how far that has come. */
export const SAVE_SCRIPT = String.raw`
import { byId, h, toast } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { call, instancePath } from './api.js';
import { configOf } from './config.js';
import { discard, isDirty } from './draft.js';
import { showErrors } from './fields.js';
import { askHealth, forgetHealth } from './health.js';
import { problem } from './problem.js';
import { slide } from './route.js';
import { put } from './state.js';

/** Errors and progress, without drawing the form anew. */
export function showDraft(draft) {
  const form = byId('instance-form');
  if (!form) return;
  const homeless = showErrors(form, draft.errors, 'field-');
  const { problem: error } = draft;
  const isAtFields = error && Object.keys(draft.errors).length > 0 && homeless.length === 0;
  byId('form-problem').replaceChildren(
    ...(error && !isAtFields ? [problem(error, { more: homeless.map((each) => h('p', {}, each)) })] : []),
  );
  showState(draft);
}

export function showState(draft) {
  const isEdited = isDirty(draft);
  const word = draft.isSaving ? 'saving' : draft.isStale ? 'stale' : isEdited ? 'unsaved' : '';
  byId('form-state').textContent = word && t(word);
  byId('discard').hidden = !isEdited && !draft.isNew;
  byId('save').disabled = draft.isSaving;
}

export async function save(draft, changed) {
  if (draft.isSaving) return;
  const { config, errors } = configOf(draft);
  const isValid = Object.keys(errors).length === 0;
  Object.assign(draft, { errors, problem: null, isSaving: isValid });
  showDraft(draft);
  if (!isValid) {
    toFirstError();
    return;
  }
  const focused = document.activeElement?.id;
  byId('instance-form').firstElementChild.disabled = true;
  const name = draft.name.trim();
  const body = { title: draft.title.trim() || name, type: draft.type, config };
  try {
    settle(draft, draft.isNew ? await call('POST', 'instances', { name, ...body }) : await call('PUT', instancePath(name), body, draft.version), changed);
    if (focused) byId(focused)?.focus({ preventScroll: true });
  } catch (error) {
    Object.assign(draft, { isSaving: false, problem: error, errors: error.fields ?? {} });
    // Somebody else has saved it: the list shows that, and the form that this draft is out of date.
    if (error.current) put(error.current);
    changed({ redraw: true });
    queueMicrotask(toFirstError);
  }
}

function settle(draft, saved, changed) {
  draft.isSaving = false;
  discard(draft);
  put(saved);
  forgetHealth(saved.name);
  if (saved.hasHealth) askHealth(saved.name);
  toast(t(draft.isNew ? 'created' : 'saved'));
  if (draft.isNew) slide('instances', saved.name);
  changed({ redraw: true });
}

function toFirstError() {
  const form = byId('instance-form');
  const first = form?.querySelector('[aria-invalid="true"]');
  (first ?? byId('save'))?.focus();
  if (!first) byId('form-problem')?.scrollIntoView({ block: 'nearest' });
}
`;
