/** Browser module: what is being written into forms, kept while other views are looked at. */
export const DRAFT_SCRIPT = String.raw`
import { instanceNamed, state, typeNamed } from './state.js';

const drafts = new Map();

const keyOf = ({ isNew, source, name }) => (isNew ? 'new/' + (source ?? '') : 'edit/' + name);

/** The draft that a route shows, or null where the instance is not there. */
export function draftAt(route) {
  const key = keyOf(route);
  const old = drafts.get(key);
  const of = instanceNamed(route.isNew ? route.source : route.name);
  if (old && (isDirty(old) || old.isSaving)) {
    // Edited here while it was changed elsewhere: the reader decides.
    if (!old.isNew) old.isStale = !of || baseOf(of) !== old.base;
    return old;
  }
  if (!of && !(route.isNew && !route.source)) return null;
  if (old && old.base === baseOf(of)) return old;
  const draft = route.isNew ? newDraft(key, of) : editDraft(key, of);
  drafts.set(key, draft);
  return draft;
}

export const isDirty = (draft) => draft.pristine !== contentOf(draft);
export const dirtyDrafts = () => [...drafts.values()].filter(isDirty);
export const hasEdits = (name) => drafts.has('edit/' + name) && isDirty(drafts.get('edit/' + name));

export function discard(draft) {
  drafts.delete(draft.key);
}

export function discardEdits(name) {
  drafts.delete('edit/' + name);
}

const contentOf = ({ type, name, title, values, removed }) => JSON.stringify([type, name, title, values, removed]);
const baseOf = (instance) => (instance ? JSON.stringify([instance.type, instance.title, instance.config, instance.secrets, instance.editable, instance.version]) : '');

function draftOf(key, instance, more) {
  const draft = { key, base: baseOf(instance), version: instance?.version, removed: [], maskedKey: instance?.key ?? '', errors: {}, problem: null, isSaving: false, isStale: false, ...more };
  draft.pristine = contentOf(draft);
  return draft;
}

function editDraft(key, instance) {
  const { type, name, title, config, secrets } = instance;
  return draftOf(key, instance, { isNew: false, source: null, type, name, title: title === name ? '' : title, config, secrets, values: rawValues(type, config) });
}

function newDraft(key, source) {
  const type = source?.type ?? state.types[0]?.name ?? '';
  const draft = draftOf(key, source, { isNew: true, source: source?.name ?? null, type, name: '', title: '', config: source?.config ?? {}, secrets: [], values: rawValues(type, {}) });
  if (!source) return draft;
  // A copy is an edit from the start, but only of what it was given.
  Object.assign(draft, { name: freeName(source.name), title: source.title === source.name ? '' : source.title, values: rawValues(type, source.config) });
  draft.pristine = contentOf(draft);
  return draft;
}

function freeName(name) {
  const stem = name.replace(/-\d+$/, '');
  for (let n = 2; ; n++) if (!instanceNamed(stem + '-' + n)) return stem + '-' + n;
}

/** What stands in the inputs: text for everything. */
function rawValues(typeName, config) {
  const fields = typeNamed(typeName)?.fields ?? [];
  return Object.fromEntries(fields.map((field) => [field.name, raw(field, config[field.name])]));
}

const LISTS = ['list', 'instances'];
const OBJECTS = ['json', 'group', 'rows', 'map', 'choice'];

function raw({ kind }, value) {
  if (value === undefined || value === null) return '';
  if (LISTS.includes(kind) && Array.isArray(value)) return value.join('\n');
  if (OBJECTS.includes(kind)) return typeof value === 'string' ? JSON.stringify(value) : JSON.stringify(value, null, 2);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function changeType(draft, type) {
  draft.values = { ...rawValues(type, {}), ...draft.values };
  draft.type = type;
  draft.errors = {};
}
`;
