/** Browser module: the choice of a template, and its code typed by hand. */
export const TRY_TEMPLATE_SCRIPT = String.raw`
import { h } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { attempt } from './attempt.js';
import { labelled } from './fields.js';
import { word } from './format.js';
import { problem } from './problem.js';
import { slide } from './route.js';
import { instanceNamed } from './state.js';

export function initialTemplate(code) {
  attempt.template = code;
  attempt.isTyped = !attempt.listed?.some((each) => each.code === code);
}

export function templateEntries(changed, loadAgain) {
  const { isAliyun } = instanceNamed(attempt.instance) ?? {};
  if (isAliyun && !attempt.listed && !attempt.failure) return [typedEntry(t('templatesLoading'))];
  if (attempt.failure) {
    return [typedEntry(t('typedHelp')), h('details.advanced', {}, h('summary', {}, t('templatesFailed')), problem(attempt.failure, { retry: loadAgain }))];
  }
  if (!attempt.listed?.length) return [typedEntry(t('typedHelp'))];
  return [listEntry(changed), attempt.isTyped ? typedEntry(t('typedHelp')) : null].filter(Boolean);
}

function listEntry(changed) {
  const select = h('select.field', { onchange: () => {
    attempt.isTyped = select.value === '';
    attempt.template = select.value;
    attempt.errors = {};
    attempt.asked = select.value || null;
    slide('try', attempt.instance, select.value);
    changed();
  } },
    attempt.listed.map((each) => h('option', { value: each.code, selected: !attempt.isTyped && each.code === attempt.template }, wordOf(each))),
    h('option', { value: '', selected: attempt.isTyped }, t('typeByHand')),
  );
  const chosen = attempt.listed.find((each) => each.code === select.value);
  const help = chosen && chosen.state !== 'approved' ? t('notApproved', { state: word('state', chosen.state) }) : '';
  return labelled(attempt.isTyped ? 'try-list' : 'try-template', t('template'), select, { required: true, help });
}

const wordOf = ({ code, name, state }) => [name, code].filter(Boolean).join(' · ') + (state === 'approved' ? '' : ' (' + word('state', state) + ')');

function typedEntry(help) {
  const input = h('input.field.mono', { type: 'text', autocomplete: 'off', value: attempt.template, placeholder: 'SMS_123456789', oninput: () => { attempt.template = input.value; } });
  input.spellcheck = false;
  return labelled('try-template', t('templateCode'), input, { required: true, help });
}
`;
