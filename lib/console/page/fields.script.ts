/** Browser module: one field of a form, by its kind. */
export const FIELDS_SCRIPT = String.raw`
import { byId, h } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { isHidden, isPlaceholder } from './config.js';
import { said } from './format.js';

/** label, input, help and the place of its error; the input is described by both. */
export function labelled(id, title, input, { help, required, more } = {}) {
  input.id = id;
  input.setAttribute('aria-describedby', [help && id + '-help', id + '-error'].filter(Boolean).join(' '));
  if (required) input.setAttribute('aria-required', 'true');
  return h('div.entry', {},
    h('label', { htmlFor: id }, title, required ? h('span.required', { 'aria-hidden': 'true' }, ' *') : null),
    more?.length > 0 ? h('div.with', {}, input, more) : input,
    help ? h('p.help', { id: id + '-help' }, help) : null,
    h('p.error', { id: id + '-error', hidden: true }),
  );
}

/** Puts errors to their inputs; gives those back that have no input here. */
export function showErrors(form, errors, prefix) {
  const homeless = [];
  for (const place of form.querySelectorAll('.entry > .error')) place.hidden = true;
  for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
  for (const [name, messages] of Object.entries(errors)) {
    const id = prefix + name.replace(/^config\./, '');
    const place = byId(id + '-error');
    if (!place || !form.contains(place)) {
      homeless.push(...[messages].flat().map((message) => name + ': ' + message));
      continue;
    }
    place.textContent = [messages].flat().join(' ');
    place.hidden = false;
    byId(id).setAttribute('aria-invalid', 'true');
    for (let outer = place.closest('details'); outer; outer = outer.parentElement.closest('details')) outer.open = true;
  }
  return homeless;
}

/** The input of a field of a type. onInput is given the text that stands in it. */
export function entryOf(field, draft, onInput) {
  const value = draft.values[field.name] ?? '';
  const input = (INPUTS[field.kind] ?? INPUTS.json)(field, value, draft);
  input.addEventListener('input', () => onInput(input.value));
  input.spellcheck = false;
  const help = [said(field.help), isHidden(field) ? t('placeholderHint', { example: exampleOf(field) }) : '', field.kind === 'list' || field.kind === 'instances' ? t('onePerLine') : ''].filter(Boolean).join(' ');
  return labelled('field-' + field.name, said(field.title) || field.name, input, {
    help,
    required: field.required,
    more: [input.type === 'password' ? reveal(input) : null, canRemove(field, draft) ? remover(field, input, draft, onInput) : null].filter(Boolean),
  });
}

const exampleOf = (field) => '$\{' + (field.kind === 'key' ? 'ALIYUN_KEY' : 'ALIYUN_SECRET') + '}';
const canRemove = (field, draft) => isHidden(field) && !field.required && draft.secrets.includes(field.name);

const shown = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
const standing = (field) => field.placeholder ?? (field.default === undefined ? '' : t('defaultIs', { value: shown(field.default) }));

const INPUTS = {
  text: (field, value) => h('input.field', { type: 'text', autocomplete: 'off', value, placeholder: standing(field) }),
  number: (field, value) => h('input.field', { type: 'text', inputMode: 'numeric', autocomplete: 'off', value, placeholder: standing(field) }),
  key: (field, value, draft) =>
    h('input.field', { type: 'text', autocomplete: 'off', value, placeholder: draft.secrets.includes(field.name) ? draft.maskedKey || t('unchanged') : standing(field) }),
  secret: (field, value, draft) =>
    // The name of a variable is nothing to hide.
    h('input.field', { type: isPlaceholder(value) ? 'text' : 'password', autocomplete: 'new-password', value, placeholder: draft.secrets.includes(field.name) ? t('unchanged') : standing(field) }),
  list: (field, value) => h('textarea.field', { rows: 2, value, placeholder: standing(field) }),
  instances: (field, value) => h('textarea.field', { rows: 2, value, placeholder: standing(field) }),
  json: (field, value) => h('textarea.field.mono', { rows: 3, value, placeholder: standing(field) }),
  boolean: (field, value) => choices(field, value, ['true', 'false'], (each) => (each === 'true' ? t('yes') : each === 'false' ? t('no') : each)),
  select: (field, value) => choices(field, value, field.options ?? [], (each) => each),
};

/** A value that is not among the options, such as one from the environment, is kept. */
function choices(field, value, options, word) {
  const all = value === '' || options.includes(value) ? options : [value, ...options];
  const empty = field.default === undefined ? t('notSet') : t('defaultIs', { value: word(shown(field.default)) });
  return h('select.field', {}, field.required && value !== '' ? [] : [h('option', { value: '' }, empty)],
    all.map((each) => h('option', { value: each, selected: each === value }, word(each))));
}

/** Takes back what is stored; a value that is typed takes its place instead. */
function remover(field, input, draft, onInput) {
  const button = h('button.button.small', { type: 'button', onclick: () => {
    const isRemoved = draft.removed.includes(field.name);
    draft.removed = isRemoved ? draft.removed.filter((each) => each !== field.name) : [...draft.removed, field.name];
    input.value = '';
    show();
    onInput('');
  } }, t('removeValue'));
  const show = () => {
    const isRemoved = draft.removed.includes(field.name);
    button.setAttribute('aria-pressed', String(isRemoved));
    input.disabled = isRemoved;
    input.placeholder = isRemoved ? t('removed') : field.kind === 'key' ? draft.maskedKey : t('unchanged');
  };
  show();
  return button;
}

function reveal(input) {
  const button = h('button.button.small', { type: 'button', 'aria-pressed': 'false', onclick: () => {
    const isShown = input.type === 'text';
    input.type = isShown ? 'password' : 'text';
    button.setAttribute('aria-pressed', String(!isShown));
  } }, t('reveal'));
  return button;
}
`;
