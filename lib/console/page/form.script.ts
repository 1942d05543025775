/** Browser module: the form in which an instance is created or edited. */
export const FORM_SCRIPT = String.raw`
import { byId, h } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { changeType, discard } from './draft.js';
import { entryOf, labelled } from './fields.js';
import { said } from './format.js';
import { go } from './route.js';
import { save, showDraft, showState } from './save.js';
import { state, typeNamed } from './state.js';

/** changed({ redraw }): the draft has changed; redraw where its form is another one now. */
export function formOf(draft, changed) {
  const edited = (act) => (text) => {
    act(text);
    showState(draft);
    changed({ redraw: false });
  };
  const fieldOf = (each) => entryOf(each, draft, edited((text) => { draft.values[each.name] = text; }));
  const fields = typeNamed(draft.type)?.fields ?? [];
  const ordinary = fields.filter((each) => !each.advanced).sort((a, b) => Number(b.required) - Number(a.required));
  const advanced = fields.filter((each) => each.advanced);
  const set = advanced.filter((each) => draft.values[each.name] || draft.secrets.includes(each.name)).length;
  const giveUp = () => {
    discard(draft);
    if (draft.isNew) go('instances', draft.source);
    else changed({ redraw: true });
  };
  const form = h('form.card.sheet', { id: 'instance-form', noValidate: true, autocomplete: 'off', 'aria-labelledby': 'detail-title', onsubmit: (event) => {
    event.preventDefault();
    void save(draft, changed);
  } },
    h('fieldset', { disabled: draft.isSaving },
      draft.isNew ? beginning(draft, edited, changed) : null,
      ordinary.filter((each) => each.required).map(fieldOf),
      titleEntry(draft, edited),
      ordinary.filter((each) => !each.required).map(fieldOf),
      typeNamed(draft.type) ? null : h('p.hint', {}, t('typeUnknown', { type: draft.type })),
      advanced.length === 0 ? null : h('details.advanced', { id: 'advanced', open: draft.isUnfolded, ontoggle: (event) => { draft.isUnfolded = event.target.open; } },
        h('summary', {}, t(set > 0 ? 'advancedSet' : 'advanced', { n: advanced.length, set })),
        h('div.entries', {}, advanced.map(fieldOf))),
      keptNote(draft, fields),
    ),
    h('div', { id: 'form-problem' }),
    h('div.actions.foot', {},
      h('button.button.primary', { type: 'submit', id: 'save' }, t(draft.isNew ? 'create' : 'save')),
      h('button.button', { type: 'button', id: 'discard', onclick: giveUp }, t(draft.isNew ? 'cancel' : 'discard')),
      h('span.muted', { id: 'form-state', role: 'status' }),
    ),
  );
  queueMicrotask(() => showDraft(draft));
  return form;
}

function beginning(draft, edited, changed) {
  const types = h('select.field', { onchange: () => {
    changeType(draft, types.value);
    changed({ redraw: true });
  } }, state.types.map((each) => h('option', { value: each.name, selected: each.name === draft.type }, said(each.title) + ' · ' + each.name)));
  return [
    draft.source ? h('p.hint', {}, t('copyHint', { name: draft.source })) : null,
    labelled('field-type', t('type'), types, { required: true }),
    textEntry('field-name', t('name'), draft.name, edited((value) => {
      draft.name = value;
      byId('field-title').placeholder = value;
    }), { help: t('nameHelp'), required: true, placeholder: 'login' }),
  ];
}

const titleEntry = (draft, edited) =>
  textEntry('field-title', t('instanceTitle'), draft.title, edited((value) => { draft.title = value; }), { help: t('titleHelp'), placeholder: draft.name });

function textEntry(id, title, value, onInput, { placeholder, ...more }) {
  const input = h('input.field', { type: 'text', autocomplete: 'off', value, placeholder, oninput: () => onInput(input.value) });
  input.spellcheck = false;
  return labelled(id, title, input, more);
}

/** What the file has and the form does not know of. */
function keptNote(draft, fields) {
  const names = Object.keys(draft.config).filter((name) => !fields.some((field) => field.name === name));
  return names.length === 0 ? null : h('p.hint', {}, t('keptFields'), ' ', h('code', {}, names.join(', ')));
}
`;
