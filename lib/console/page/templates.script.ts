/** Browser module: the templates and signs of an instance, with their review. */
export const TEMPLATES_SCRIPT = String.raw`
import { byId, h } from '../ui/dom.js';
import { currentLanguage, t } from '../ui/i18n.js';
import { keepingFocus } from '../ui/keyed.js';
import { forgetPages, pageOf } from './catalogue.js';
import { optionText } from './format.js';
import { pager, rowOfSign, rowOfTemplate } from './review-rows.js';
import { problem } from './problem.js';
import { go, link, route, slide } from './route.js';
import { instanceNamed, state } from './state.js';

let shown = '';
let lastName = null;

export function renderTemplates() {
  const at = route();
  if (at.view !== 'templates' || !state.isLoaded) return;
  const all = state.instances.filter((each) => each.isAliyun);
  const name = instanceNamed(at.name)?.isAliyun ? at.name : (all.find((each) => each.name === lastName) ?? all[0])?.name;
  if (!name) {
    shown = '';
    byId('templates').replaceChildren(h('p.nothing', {}, t('templatesEmpty')));
    return;
  }
  if (name !== at.name) {
    slide('templates', name, at.kind);
    return;
  }
  lastName = name;
  const version = JSON.stringify([at, currentLanguage(), all.map((each) => each.name + each.title)]);
  if (version === shown) return;
  shown = version;
  const place = byId('templates');
  keepingFocus(place, () => place.replaceChildren(h('div.column', {}, controls(at, all), h('div', { id: 'reviews', 'aria-live': 'polite' }))));
  void fill(at);
}

function controls({ name, kind }, all) {
  const instances = h('select.field', { id: 'templates-instance', 'aria-label': t('instance'), onchange: () => go('templates', instances.value, kind) },
    all.map((each) => h('option', { value: each.name, selected: each.name === name }, optionText(each))));
  const tab = (key) => h('a', { href: link('templates', name, key), id: 'kind-' + key, 'aria-current': key === kind ? 'page' : null }, t(key));
  return h('div.controls', {},
    instances,
    h('nav.tabs', { 'aria-label': t('kind') }, tab('templates'), tab('signs')),
    h('button.button', { type: 'button', id: 'reviews-again', onclick: () => {
      forgetPages(name);
      void fill(route());
    } }, t('refresh')),
  );
}

async function fill(at) {
  const place = byId('reviews');
  const { name, kind, page } = at;
  const isWanted = () => place.isConnected && JSON.stringify(route()) === JSON.stringify(at);
  const loading = setTimeout(() => { if (isWanted()) place.replaceChildren(h('p.nothing', {}, t('loading'))); }, 150);
  let content;
  try {
    const answer = await pageOf(name, kind, page);
    const rows = kind === 'signs' ? answer.signs.map(rowOfSign) : answer.templates.map((each) => rowOfTemplate(each, name));
    content = [
      rows.length === 0 ? h('p.nothing', {}, t(kind === 'signs' ? 'noSigns' : 'noTemplates')) : h('ul.reviews', {}, rows),
      pager(answer, (to) => go('templates', name, kind, String(to))),
    ];
  } catch (error) {
    content = [problem(error, { retry: () => fill(at) })];
  }
  clearTimeout(loading);
  if (isWanted()) place.replaceChildren(...content.filter(Boolean));
}
`;
