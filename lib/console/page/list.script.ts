/** Browser module: the list of instances. */
export const LIST_SCRIPT = String.raw`
import { byId, h } from '../ui/dom.js';
import { currentLanguage, t } from '../ui/i18n.js';
import { keyed } from '../ui/keyed.js';
import { dirtyDrafts, hasEdits } from './draft.js';
import { initial, titleOf, word } from './format.js';
import { askWhenSeen, healthPlace } from './health.js';
import { link, route } from './route.js';
import { matching, state } from './state.js';

export function renderList() {
  const shown = matching();
  byId('new').hidden = state.readOnly;
  byId('read-only').hidden = !state.readOnly;
  byId('count').textContent = state.search ? t('countOf', { n: shown.length, all: state.instances.length }) : t('count', { n: state.instances.length });
  byId('no-match').hidden = shown.length > 0 || !state.search;
  renderUnsaved();
  keyed(byId('instances'), shown, {
    key: (each) => each.name,
    version: (each) => [currentLanguage(), each.title, each.type, each.origin, each.sign, each.key, each.hasHealth, hasEdits(each.name)].join('\n'),
    build: row,
  });
  markCurrent();
}

function row(instance) {
  const { name, type, origin, sign, key, isAliyun, hasHealth } = instance;
  const title = titleOf(instance);
  const health = hasHealth ? healthPlace(name, true) : null;
  if (health) askWhenSeen(health);
  return h('li', {},
    h('a.instance', { href: link('instances', name) },
      h('span.face', { 'aria-hidden': 'true' }, initial(title)),
      h('span.who', { dir: 'auto' }, title),
      h('span.chips', {},
        hasEdits(name) ? h('span.chip.warn', {}, t('unsavedShort')) : null,
        h('span.chip', { title: t('origin.' + origin + '.long') }, word('origin', origin))),
      h('span.what', {},
        h('bdi.mono', {}, name),
        sign === null ? null : h('bdi', {}, '【' + sign + '】'),
        key === null ? null : h('span.mono', {}, key),
        isAliyun ? null : h('span.mono', {}, type)),
      health,
    ),
  );
}

function markCurrent() {
  const { name } = route();
  for (const element of byId('instances').querySelectorAll('[aria-current]')) element.removeAttribute('aria-current');
  if (!name) return;
  const current = byId('instances').querySelector('[data-key="' + CSS.escape(name) + '"] .instance');
  current?.setAttribute('aria-current', 'true');
}

/** Forms of new instances that are not finished yet. */
function renderUnsaved() {
  const open = dirtyDrafts().filter((draft) => draft.isNew);
  byId('unsaved').replaceChildren(...open.map((draft) =>
    h('li', {}, h('a.instance', { href: link('new', draft.source) },
      h('span.face', { 'aria-hidden': 'true' }, '+'),
      h('span.who', { dir: 'auto' }, draft.title || draft.name || t('newInstance')),
      h('span.chips', {}, h('span.chip.warn', {}, t('unsavedShort'))),
      h('span.what', {}, t('continueNew')),
    ))));
}

export function revealCurrent() {
  byId('instances').querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
}
`;
