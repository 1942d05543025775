/** Browser module: whether the application can be reached, and lets the reader in. */
export const CONNECTION_SCRIPT = String.raw`
import { byId, h } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { connection } from './api.js';

const KIND = { up: ' good', lost: ' bad', denied: ' bad' };

export function renderConnection(again) {
  const { state, error } = connection;
  const chip = byId('live');
  chip.className = 'chip live' + (KIND[state] ?? '');
  chip.textContent = t('connection.' + state);
  const banner = byId('banner');
  banner.hidden = state !== 'lost' && state !== 'denied';
  if (banner.hidden) {
    banner.replaceChildren();
    return;
  }
  const title = state === 'lost' ? t('lostTitle') : t(error.status === 401 ? 'signInTitle' : 'forbiddenTitle');
  banner.replaceChildren(
    h('p', {}, h('b', {}, title), ' ', h('span', {}, state === 'lost' ? t('lostText') : error.message)),
    h('button.button.small', { type: 'button', onclick: () => (error.status === 401 ? location.reload() : again()) }, t(error.status === 401 ? 'reload' : 'retry')),
  );
}
`;
