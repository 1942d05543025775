/** Browser module: one template, one sign, and the way to further pages of them. */
export const REVIEW_ROWS_SCRIPT = String.raw`
import { h, icon, ICONS } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { word } from './format.js';
import { link } from './route.js';
import { piecesOf } from './template-text.js';

const KIND = { approved: '.good', rejected: '.bad', reviewing: '.warn' };
const NO_VALUES = new Map();

const stateChip = (state) => h('span.chip' + (KIND[state] ?? ''), {}, word('state', state));
const reasonOf = ({ reason }) => (reason ? h('p.reason', {}, h('b', {}, t('reason')), ' ', reason) : null);

export function rowOfTemplate(template, instance) {
  return h('li.card.review', {},
    h('header', {},
      h('div.titles', {},
        h('h3', { dir: 'auto' }, template.name || template.code),
        h('div.facts', {}, h('bdi.mono', {}, template.code), h('span.chip', {}, word('kind', template.kind)), stateChip(template.state))),
      h('a.button.small', { href: link('try', instance, template.code), 'aria-label': t('tryThis', { code: template.code }) }, icon(ICONS.send), t('tryIt'))),
    h('p.bubble', { dir: 'auto' }, piecesOf(template.content, NO_VALUES).map((piece) => (piece.variable ? h('span.variable', {}, piece.text) : piece.text))),
    reasonOf(template),
  );
}

export function rowOfSign(sign) {
  return h('li.card.review', {},
    h('header', {}, h('h3', {}, h('bdi', {}, '【' + sign.name + '】')), stateChip(sign.state)),
    reasonOf(sign),
  );
}

export function pager({ total, page, pageSize }, open) {
  const last = Math.ceil(total / pageSize);
  if (last <= 1) return null;
  const turn = (key, to) => h('button.button.small', { type: 'button', disabled: to < 1 || to > last, onclick: () => open(to) }, t(key));
  return h('nav.pager', { 'aria-label': t('pages') }, turn('previous', page - 1), h('span.muted', {}, t('pageOf', { page, last, total })), turn('next', page + 1));
}
`;
