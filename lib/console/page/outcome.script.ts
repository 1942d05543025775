/** Browser module: what became of the message that was tried out. */
export const OUTCOME_SCRIPT = String.raw`
import { byId, copy, h, toast } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { call, instancePath } from './api.js';
import { attempt } from './attempt.js';
import { word } from './format.js';
import { problem } from './problem.js';
import { link } from './route.js';

const MOST = 20;
const IDS = ['bizId', 'requestId', 'outId'];

export function renderOutcome() {
  const place = byId('try-outcome');
  if (!place) return;
  const { outcome } = attempt;
  place.replaceChildren(...(outcome ? [outcome.error ? failure(outcome) : success(outcome)] : []));
}

function success(outcome) {
  const { result } = outcome;
  return h('section.result', { role: 'status' },
    h('p.headline', {}, h('span.chip.good', {}, t('accepted')), ' ', t('acceptedText')),
    h('dl.pairs', {},
      h('dt', {}, t('code')), h('dd.mono', {}, [result.code, result.message].filter((each, i, all) => each && all.indexOf(each) === i).join(' · ')),
      IDS.filter((name) => result[name]).flatMap((name) => [h('dt', {}, t(name)), h('dd.mono.with', {}, h('span', {}, result[name]), copyButton(t(name), result[name]))])),
    deliveries(outcome, result.outId, result.sentAt ?? outcome.sentAt),
  );
}

function failure(outcome) {
  const { error } = outcome;
  const mayHaveGone = error.outcome === 'unknown';
  return problem(error, {
    outcome: mayHaveGone && !error.outId ? 'lost' : error.outcome,
    more: mayHaveGone
      ? [error.outId ? deliveries(outcome, error.outId, outcome.sentAt) : h('p', {}, h('a', { href: link('sends') }, t('lookAtSends')))]
      : Object.keys(error.fields ?? {}).map((name) => h('p.muted', {}, name + ': ' + [error.fields[name]].flat().join(' '))),
  });
}

function copyButton(name, text) {
  return h('button.button.small', { type: 'button', 'aria-label': t('copyThis', { name }), onclick: async () => {
    await copy(text);
    toast(t('copied'));
  } }, t('copy'));
}

function deliveries(outcome, outId, sentAt) {
  return h('ul.rows', { 'aria-label': t('delivery') }, outcome.phones.slice(0, MOST).map((phone) => {
    const row = h('li');
    const show = () => row.replaceChildren(...delivery(outcome, phone, askDelivery));
    const askDelivery = async () => {
      outcome.deliveries.set(phone, { state: 'asking' });
      show();
      try {
        outcome.deliveries.set(phone, await call('POST', instancePath(outcome.instance, 'delivery'), { outId, phone, sentAt }));
      } catch (error) {
        outcome.deliveries.set(phone, { state: 'error', text: error.message });
      }
      show();
      row.querySelector('button').focus();
    };
    show();
    return row;
  }));
}

const KIND = { delivered: '.good', failed: '.bad', error: '.bad' };

function delivery(outcome, phone, askDelivery) {
  const known = outcome.deliveries.get(phone);
  return [
    h('span.main.mono', {}, phone, known?.text ? h('p', {}, known.text) : null),
    known ? h('span.chip' + (KIND[known.state] ?? ''), { role: 'status' }, word('delivery', known.state)) : null,
    h('button.button.small', { type: 'button', disabled: known?.state === 'asking', 'aria-label': t('deliveryOf', { phone }), onclick: askDelivery }, t('delivery')),
  ].filter(Boolean);
}
`;
