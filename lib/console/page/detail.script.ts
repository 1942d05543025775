/** Browser module: what is beside the list: an instance, the form of a new one, or what to do first. */
export const DETAIL_SCRIPT = String.raw`
import { byId, h, icon, ICONS } from '../ui/dom.js';
import { currentLanguage, t } from '../ui/i18n.js';
import { keepingFocus } from '../ui/keyed.js';
import { draftAt } from './draft.js';
import { first, noFolder } from './empty.js';
import { formOf } from './form.js';
import { said, titleOf, word } from './format.js';
import { askWhenSeen, healthPlace } from './health.js';
import { readOnlySheet } from './read-only.js';
import { remove } from './remove.js';
import { link, route } from './route.js';
import { showDraft } from './save.js';
import { instanceNamed, state, typeNamed } from './state.js';

let shown = '';

/** Draws anew only what has become another one: what is being written stays. */
export function renderDetail(changed, { redraw = false } = {}) {
  const at = route();
  if (at.view !== 'instances' || !state.isLoaded) return;
  const instance = at.isNew ? null : instanceNamed(at.name);
  const draft = (at.isNew && state.canCreate) || (!at.isNew && at.name && instance?.editable !== false) ? draftAt(at) : null;
  const version = JSON.stringify([at, currentLanguage(), state.readOnly, state.canCreate, state.instances.length === 0, state.types, draft ? [draft.key, draft.base] : null, instance]);
  if (version === shown && !redraw) {
    if (draft) showDraft(draft);
    return;
  }
  const isOther = JSON.stringify(at) !== JSON.stringify(JSON.parse(shown || '[]')[0]);
  shown = version;
  const place = byId('detail');
  keepingFocus(place, () => place.replaceChildren(...content(at, instance, draft, changed)));
  if (!isOther) return;
  place.scrollTop = 0;
  if (at.isNew) byId('field-name')?.focus();
}

function content(at, instance, draft, changed) {
  if (at.isNew) return [head({ heading: t(at.source ? 'copyOf' : 'newInstance', { name: at.source }) }), draft ? formOf(draft, changed) : noFolder()];
  if (!at.name) return [state.instances.length === 0 ? first() : h('p.nothing', {}, t('choose'))];
  if (!instance && !draft) return [head({ heading: at.name }), h('p.nothing', {}, t('gone', { name: at.name }))];
  if (!instance) return [head({ heading: at.name }), formOf(draft, changed)];
  return [
    head({ heading: titleOf(instance), instance, changed }),
    instance.hasHealth ? healthCard(instance.name) : null,
    draft ? formOf(draft, changed) : readOnlySheet(instance),
  ].filter(Boolean);
}

function healthCard(name) {
  const place = healthPlace(name, false);
  askWhenSeen(place);
  return h('section.card.health-card', { 'aria-label': t('health') }, place);
}

function head({ heading, instance, changed }) {
  return h('header.head', {},
    h('a.button.icon.back', { href: link('instances'), 'aria-label': t('back') }, icon(ICONS.back)),
    h('div.titles', {},
      h('h2', { id: 'detail-title', dir: 'auto', tabIndex: -1 }, heading),
      instance ? h('div.facts', {},
        h('bdi.mono', {}, instance.name),
        h('span.chip', {}, said(typeNamed(instance.type)?.title) || instance.type),
        h('span.chip', { title: t('origin.' + instance.origin + '.long') }, word('origin', instance.origin)),
      ) : null,
    ),
    instance ? h('div.actions', {},
      h('a.button', { href: link('try', instance.name) }, icon(ICONS.send), t('tryOut')),
      state.canCreate ? h('a.button', { href: link('new', instance.name) }, icon(ICONS.copy), t('copyInstance')) : null,
      instance.editable && !state.readOnly ? h('button.button.danger', { type: 'button', onclick: () => remove(instance, changed) }, t('delete')) : null,
    ) : null,
  );
}
`;
