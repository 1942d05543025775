/** Browser module: an error, with what to do about it. */
export const PROBLEM_SCRIPT = String.raw`
import { h } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { said } from './format.js';

/** outcome: 'not-sent', 'unknown', or undefined where nothing was to be sent. */
export function problem(error, { outcome, more = [], retry } = {}) {
  const own = said(error.text);
  const remedy = said(error.remedy);
  const details = [own && error.message, error.aliyunMessage].filter((each, i, all) => each && all.indexOf(each) === i);
  return h('div.problem', { role: 'alert' },
    h('p.headline', {}, own || error.message || t('down')),
    outcome ? h('p.outcome', {}, t('outcome.' + outcome)) : null,
    remedy ? h('p', {}, h('b', {}, t('remedy')), ' ', remedy) : null,
    details.map((each) => h('p.muted', {}, each)),
    h('div.facts', {},
      [error.aliyunCode, error.code, error.reason].filter(Boolean).map((each) => h('span.chip.mono', {}, String(each))),
      error.retryAfter ? h('span.chip', {}, t('retryAfter', { n: Math.ceil(error.retryAfter) })) : null,
      error.requestId ? h('span.mono.id', {}, t('requestId') + ' ' + error.requestId) : null,
    ),
    more,
    retry ? h('div.actions', {}, h('button.button.small', { type: 'button', onclick: retry }, t('retry'))) : null,
  );
}
`;
