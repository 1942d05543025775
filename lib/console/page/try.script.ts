/** Browser module: the view in which a message is tried out. */
export const TRY_SCRIPT = String.raw`
import { byId, h } from '../ui/dom.js';
import { currentLanguage, t } from '../ui/i18n.js';
import { keepingFocus } from '../ui/keyed.js';
import { attempt, contentKnown } from './attempt.js';
import { templatesOf } from './catalogue.js';
import { labelled } from './fields.js';
import { optionText } from './format.js';
import { initialTemplate, templateEntries } from './try-template.js';
import { paramEntries } from './params.js';
import { renderPreview } from './preview.js';
import { renderOutcome } from './outcome.js';
import { go, route, slide } from './route.js';
import { sendAttempt, showSending } from './sending.js';
import { instanceNamed, state } from './state.js';

let shown = '';

export function renderTry() {
  const at = route();
  if (at.view !== 'try') attempt.asked = null;
  if (at.view !== 'try' || !state.isLoaded) return;
  const name = instanceNamed(at.name) ? at.name : (instanceNamed(attempt.instance)?.name ?? state.instances[0]?.name);
  if (!name) {
    shown = '';
    byId('try').replaceChildren(h('p.nothing', {}, t('tryEmpty')));
    return;
  }
  if (name !== at.name) {
    slide('try', name, at.template);
    return;
  }
  if (attempt.instance !== name) choose(name);
  if (at.template !== null && at.template !== attempt.asked) initialTemplate(at.template);
  attempt.asked = at.template;
  const version = JSON.stringify([name, currentLanguage(), instanceNamed(name), state.instances.map((each) => each.name + each.title)]);
  if (version !== shown) {
    shown = version;
    build(name);
  }
}

function choose(name) {
  Object.assign(attempt, { instance: name, listed: null, failure: null, template: '', isTyped: true, asked: null, sign: '', errors: {}, outcome: null });
  if (instanceNamed(name).isAliyun) void load(name);
}

async function load(name) {
  let listed = null;
  let failure = null;
  try {
    listed = await templatesOf(name);
  } catch (error) {
    failure = error;
  }
  if (attempt.instance !== name) return;
  Object.assign(attempt, { listed, failure });
  if (listed) initialTemplate(attempt.template || (listed.find((each) => each.state === 'approved') ?? listed[0])?.code || '');
  renderTemplate();
}

function build(name) {
  const instances = h('select.field', { onchange: () => go('try', instances.value) },
    state.instances.map((each) => h('option', { value: each.name, selected: each.name === name }, optionText(each))));
  const numbers = input('textarea.field.mono', { rows: 1, value: attempt.phones, placeholder: '13800138000', inputMode: 'tel', oninput: () => { attempt.phones = numbers.value; } });
  const sign = input('input.field', { type: 'text', value: attempt.sign, placeholder: instanceNamed(name).sign ?? '', oninput: () => { attempt.sign = sign.value; } });
  const form = h('form.card.sheet', { id: 'try-form', noValidate: true, autocomplete: 'off', 'aria-label': t('tryOut'), oninput: refresh, onsubmit: (event) => {
    event.preventDefault();
    void sendAttempt();
  } },
    h('div.two', {}, labelled('try-instance', t('instance'), instances), h('div.entries', { id: 'try-templates' })),
    h('div.two', { id: 'try-params' }),
    h('div.two', {},
      labelled('try-phones', t('phones'), numbers, { required: true, help: t('phonesHelp') }),
      labelled('try-sign', t('signInstead'), sign, { help: t('signHelp') })),
    h('div', { id: 'try-outcome' }),
    h('div.actions.foot', {}, h('button.button.primary', { type: 'submit', id: 'send' })),
  );
  const place = byId('try');
  keepingFocus(place, () => place.replaceChildren(h('div.bench', {}, form, h('aside.stand', { id: 'preview', 'aria-label': t('preview') }))));
  renderTemplate();
  renderOutcome();
}

function input(what, properties) {
  const element = h(what, { autocomplete: 'off', ...properties });
  element.spellcheck = false;
  return element;
}

/** What depends on the template: its entries, its variables, the preview. */
export function renderTemplate() {
  const place = byId('try-templates');
  if (!place) return;
  keepingFocus(byId('try'), () => {
    place.replaceChildren(...templateEntries(renderTemplate, () => { void load(attempt.instance); }));
    renderParams();
  });
  refresh();
}

let described = null;
function renderParams() {
  described = contentKnown() ?? null;
  byId('try-params').replaceChildren(...paramEntries());
}

/** After each key: the preview; the variables where a code that was typed turned out to be known. */
function refresh() {
  if ((contentKnown() ?? null) !== described) renderParams();
  renderPreview();
  showSending();
}
`;
