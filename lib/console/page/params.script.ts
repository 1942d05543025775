/** Browser module: an input for each variable of the template. */
export const PARAMS_SCRIPT = String.raw`
import { h } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { attempt, contentKnown } from './attempt.js';
import { labelled } from './fields.js';
import { variablesOf } from './template-text.js';

export function paramEntries() {
  const content = contentKnown();
  if (content === undefined) return [lines()];
  const names = variablesOf(content);
  if (names.length === 0) return [h('p.hint', {}, t('noVariables'))];
  return names.map((name, i) => {
    const input = h('input.field', { type: 'text', autocomplete: 'off', value: attempt.values.get(name) ?? '', oninput: () => { attempt.values.set(name, input.value); } });
    input.spellcheck = false;
    return labelled('try-param-' + i, h('span.mono', {}, '$\{' + name + '}'), input, { required: true });
  });
}

function lines() {
  const area = h('textarea.field.mono', { rows: 2, value: attempt.lines, placeholder: 'code=123456', oninput: () => { attempt.lines = area.value; } });
  area.spellcheck = false;
  return labelled('try-lines', t('variables'), area, { help: t('variablesHelp') });
}
`;
