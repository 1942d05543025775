/** Browser module: the tab of receipts, pushes and the test clock. */
export const RECEIPTS_SCRIPT = String.raw`
import { byId, h, toast } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { call } from './api.js';
import { clockTime, fullTime } from './format.js';
import { state } from './state.js';

const MINUTE = 60000;
const STEPS = [['minute', 1, MINUTE], ['minute', 5, 5 * MINUTE], ['minute', 10, 10 * MINUTE], ['hour', 1, 60 * MINUTE], ['hour', 24, 1440 * MINUTE]];

export function receiptsTab() {
  const url = h('input.field.mono', { type: 'url', placeholder: 'http://127.0.0.1:3000/sms/receipts', value: state.urls.SmsReport || '' });
  const save = async (event) => {
    event.preventDefault();
    try {
      state.urls = await call('PUT', '/receipts/urls', url.value.trim() ? { url: url.value.trim() } : {});
      toast(t('saved'));
    } catch (error) {
      toast(error.message);
    }
  };
  const flow = h('input', { type: 'checkbox', checked: state.health.flowControl, onchange: async () => {
    const { enabled } = await call('PUT', '/flow-control', { enabled: flow.checked });
    state.health.flowControl = enabled;
  } });
  return [
    h('form.stack', { onsubmit: save },
      h('label', {}, t('url'), url),
      h('p.hint', {}, t('urlHint')),
      h('button.button.primary', { type: 'submit' }, t('save')),
    ),
    h('h3', {}, t('clock')),
    h('p.hint', {}, h('span', { id: 'clock' }), ' ', t('clockHint')),
    h('div.steps', {}, STEPS.map(([key, n, ms]) =>
      h('button.button.small', { type: 'button', onclick: () => call('POST', '/clock/advance', { ms }) }, t(key, { n })))),
    h('label.check', {}, flow, t('flowControl')),
    h('h3', {}, t('pushes')),
    h('div', { id: 'pushes' }),
  ];
}

export function refreshReceipts() {
  const clock = byId('clock');
  if (clock && state.clock) clock.textContent = fullTime(state.clock.now);
  const place = byId('pushes');
  if (!place) return;
  if (state.pushes.length === 0) {
    place.replaceChildren(h('p.hint', {}, t('noPushes')));
    return;
  }
  place.replaceChildren(h('ul.rows', {}, state.pushes.slice(0, 50).map((push) => {
    const last = push.attempts.at(-1);
    const kind = { accepted: '.good', dropped: '.bad', retrying: '.bad', pending: '' }[push.state];
    return h('li', {},
      h('div.main', {}, h('span.mono', {}, push.kind), h('p', {}, [t('attempts', { n: push.attempts.length }), last && clockTime(last.at), last && last.error].filter(Boolean).join(' · '))),
      h('span.chip' + kind, {}, t('push.' + push.state)),
    );
  })));
}
`;
