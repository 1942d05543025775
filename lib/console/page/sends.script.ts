/** Browser module: the last sends, live. */
export const SENDS_SCRIPT = String.raw`
import { byId, h } from '../ui/dom.js';
import { currentLanguage, t } from '../ui/i18n.js';
import { keyed } from '../ui/keyed.js';
import { call } from './api.js';
import { duration, fullTime, said, shortTime, titleOf, word } from './format.js';
import { poll } from './poll.js';
import { link, route } from './route.js';
import { instanceNamed } from './state.js';

const EVERY = 2000;
const IDS = ['template', 'bizId', 'requestId', 'outId'];
const KIND = { accepted: '.good', unknown: '.warn' };
let sends = null;

export const pollSends = poll(EVERY, () => route().view === 'sends', async () => {
  ({ sends } = await call('GET', 'sends'));
  renderSends();
});

export function renderSends() {
  if (route().view !== 'sends') return;
  const place = byId('sends-list');
  byId('sends-none').hidden = sends === null || sends.length > 0;
  if (!sends) return;
  const isFirst = place.childElementCount === 0;
  keyed(place, sends, {
    key: (send) => String(send.id),
    version: (send) => currentLanguage() + JSON.stringify(send),
    build: (send, old) => {
      const element = row(send, old?.querySelector('details').open);
      if (!old && !isFirst) element.classList.add('arrives');
      return element;
    },
  });
}

function row(send, isOpen) {
  const code = send.aliyunCode ?? send.reason ?? send.code;
  return h('li', {},
    h('details.send.card', { open: isOpen },
      h('summary', {},
        h('time', { dateTime: send.at, title: fullTime(send.at) }, shortTime(send.at)),
        h('span.chip.outcome' + (KIND[send.outcome] ?? '.bad'), {}, word('outcome', send.outcome)),
        h('span.about', {},
          h('bdi.who', {}, titleOf(instanceNamed(send.instance) ?? { name: send.instance })),
          h('span.mono.muted', {}, send.template ?? t('noTemplate'))),
        h('span.mono.to', {}, send.to, send.recipients > 1 ? h('span.chip', {}, t('inAll', { n: send.recipients })) : null),
        h('span.took.muted', {}, duration(send.duration), send.attempts > 1 ? ' · ' + t('attempts', { n: send.attempts }) : null),
        send.outcome === 'accepted' ? null : h('span.why', {}, code === undefined ? null : h('code', {}, String(code)), ' ', said(send.remedy) || send.message),
      ),
      facts(send),
    ),
  );
}

function facts(send) {
  const rows = [
    ['time', fullTime(send.at)],
    ['instance', h('a', { href: link('instances', send.instance) }, send.instance)],
    ['template', send.template],
    ['recipients', String(send.recipients)],
    ['attemptsTitle', String(send.attempts)],
    ['code', [send.code, send.aliyunCode, send.reason].filter(Boolean).join(' · ')],
    ['message', send.message],
    ['remedyTitle', said(send.remedy)],
    ['bizId', send.bizId],
    ['requestId', send.requestId],
    ['outId', send.outId],
  ];
  return h('dl.pairs', {}, rows.filter(([, value]) => value).flatMap(([key, value]) => [h('dt', {}, t(key)), h(IDS.includes(key) ? 'dd.mono' : 'dd', {}, value)]));
}
`;
