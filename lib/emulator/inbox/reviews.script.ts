/** Browser module: the tab on which signatures and templates are approved or rejected. */
export const REVIEWS_SCRIPT = String.raw`
import { byId, h, toast } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { call } from './api.js';
import { state } from './state.js';

export function reviewsTab() {
  return [
    h('p.hint', {}, t('reviewsHint')),
    h('h3', {}, t('signs')),
    h('div', { id: 'signs' }),
    h('h3', {}, t('templates')),
    h('div', { id: 'templates' }),
  ];
}

export function refreshReviews() {
  fill(byId('signs'), state.signs.map((sign) => row('/signs/' + encodeURIComponent(sign.signName), '【' + sign.signName + '】', null, sign)));
  fill(byId('templates'), state.templates.map((template) =>
    row('/templates/' + encodeURIComponent(template.templateCode), template.templateCode, template.templateContent, template)));
}

function fill(place, rows) {
  if (!place) return;
  place.replaceChildren(rows.length === 0 ? h('p.hint', {}, t('noReviews')) : h('ul.rows', {}, rows));
}

function row(path, name, text, item) {
  const kind = { approved: '.good', rejected: '.bad', reviewing: '', cancelled: '' }[item.state];
  const decide = (decision, reason) => () => call('POST', path + '/review', { state: decision, ...(reason && { reason }) }).catch((error) => toast(error.message));
  return h('li', {},
    h('div.main', {},
      h('span.mono', {}, name), ' ', h('span.chip' + kind, {}, t('state.' + item.state)),
      text ? h('p', {}, text) : null,
    ),
    item.state === 'approved' ? null : h('button.button.small', { type: 'button', onclick: decide('approved') }, t('approve')),
    item.state === 'rejected' ? null : h('button.button.small', { type: 'button', onclick: decide('rejected', t('rejectedHere')) }, t('reject')),
  );
}
`;
