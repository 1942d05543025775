/** Browser module: the tab of faults. */
export const FAULTS_SCRIPT = String.raw`
import { byId, h } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { call } from './api.js';
import { state } from './state.js';

const HTML = '<html><body>502 Bad Gateway</body></html>';

/** The effects that the form offers; REST knows them all. */
const EFFECTS = {
  refuse: (code) => ({ type: 'refuse', code: code || 'isv.BUSINESS_LIMIT_CONTROL' }),
  throttling: () => ({ type: 'gateway', status: 400, code: 'Throttling.User', message: 'Request was denied due to user flow control.' }),
  unavailable: () => ({ type: 'gateway', status: 503, code: 'ServiceUnavailable', message: 'The request has failed due to a temporary failure of the server.' }),
  html: () => ({ type: 'answer', status: 502, contentType: 'text/html', body: HTML }),
  empty: () => ({ type: 'answer', status: 200 }),
  'wrong-types': () => ({ type: 'wrong-types' }),
  hang: () => ({ type: 'hang' }),
  reset: () => ({ type: 'reset' }),
  cut: () => ({ type: 'cut' }),
  delay: (_, ms) => ({ type: 'delay', ms }),
  'slow-body': (_, ms) => ({ type: 'slow-body', ms }),
  close: () => ({ type: 'close' }),
};

export function faultsTab() {
  const effect = h('select.field', { id: 'fault-effect' }, Object.keys(EFFECTS).map((key) => h('option', { value: key }, t('effect.' + key))));
  const code = h('input.field.mono', { id: 'fault-code', placeholder: 'isv.BUSINESS_LIMIT_CONTROL' });
  const ms = h('input.field', { type: 'number', min: 1, value: '5000' });
  const phone = h('input.field.mono', { id: 'fault-phone', placeholder: t('any'), inputMode: 'tel' });
  const template = h('input.field.mono', { placeholder: t('any') });
  const share = h('input.field', { type: 'number', min: 1, max: 100, value: '100' });
  const count = h('input.field', { type: 'number', min: 1, placeholder: t('all') });
  const processed = h('input', { type: 'checkbox' });
  const error = h('p.error', { role: 'alert', hidden: true });
  const labels = { code: label('codeField', code), ms: label('ms', ms) };
  const arrange = () => {
    labels.code.hidden = effect.value !== 'refuse';
    labels.ms.hidden = effect.value !== 'delay' && effect.value !== 'slow-body';
  };
  effect.addEventListener('change', arrange);
  arrange();
  const add = async (event) => {
    event.preventDefault();
    const rule = {
      effect: EFFECTS[effect.value](code.value.trim(), Number(ms.value)),
      match: {
        ...(phone.value.trim() && { phoneNumber: phone.value.trim() }),
        ...(template.value.trim() && { templateCode: template.value.trim() }),
        ...(share.value !== '100' && { share: Number(share.value) / 100 }),
      },
      processed: processed.checked,
      ...(count.value && { count: Number(count.value) }),
    };
    try {
      await call('POST', '/faults', rule);
      error.hidden = true;
    } catch (failure) {
      error.textContent = failure.message;
      error.hidden = false;
    }
  };
  return [
    h('h3', {}, t('faultNew')),
    h('form.stack', { onsubmit: add },
      label('effect', effect), labels.code, labels.ms,
      h('div.pair', {}, label('phone', phone), label('templateOnly', template)),
      h('div.pair', {}, label('share', share), label('count', count)),
      h('label.check', {}, processed, t('processed')),
      error,
      h('button.button.primary', { type: 'submit' }, t('add')),
    ),
    h('h3', {}, t('faultsActive')),
    h('div', { id: 'faults-active' }),
  ];
}

export function refreshFaults() {
  const place = byId('faults-active');
  if (!place) return;
  if (state.faults.length === 0) {
    place.replaceChildren(h('p.hint', {}, t('noFaults')));
    return;
  }
  place.replaceChildren(h('ul.rows', {}, state.faults.map((fault) =>
    h('li', {},
      h('div.main', {}, h('span.mono', {}, describe(fault.effect)), h('p', {}, describeMatch(fault))),
      h('button.button.small', { type: 'button', onclick: () => call('DELETE', '/faults/' + fault.id) }, t('remove')),
    ))));
}

function label(key, field) {
  return h('label', {}, t(key), field);
}

function describe(effect) {
  return [effect.type, effect.status, effect.code, effect.ms && effect.ms + ' ms'].filter(Boolean).join(' ');
}

function describeMatch({ match = {}, applied, count }) {
  const met = count === undefined ? t('met', { n: applied }) : t('metOf', { n: applied, count });
  const share = match.share === undefined ? null : Math.round(match.share * 100) + '%';
  return [match.action, match.phoneNumber, match.templateCode, share, met].filter(Boolean).join(' · ');
}
`;
