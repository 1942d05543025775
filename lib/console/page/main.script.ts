/** Browser module: puts the console together. */
export const MAIN_SCRIPT = String.raw`
import { byId } from '../ui/dom.js';
import { onLanguage, setTexts, toggleLanguage } from '../ui/i18n.js';
import { startTheme, toggleTheme } from '../ui/theme.js';
import { onConnection } from './api.js';
import { renderConnection } from './connection.js';
import { renderDetail } from './detail.js';
import { dirtyDrafts } from './draft.js';
import { startKeys } from './keys.js';
import { renderList, revealCurrent } from './list.js';
import { poll } from './poll.js';
import { route, slide, VIEWS } from './route.js';
import { pollSends, renderSends } from './sends.js';
import { loadState, state } from './state.js';
import { renderTemplates } from './templates.js';
import { TEXTS } from './texts.js';
import { renderTry } from './try.js';

const EVERY = 4000;
const isWide = matchMedia('(min-width: 761px)');

/** A draft has changed; redraw where its form is another one now. */
function changed({ redraw }) {
  if (redraw) renderDetail(changed, { redraw });
  renderList();
}

function render() {
  const { view, name, isNew } = route();
  for (const each of VIEWS) byId('view-' + each).hidden = each !== view;
  for (const tab of byId('tabs').children) tab.setAttribute('aria-current', tab.dataset.view === view ? 'page' : 'false');
  document.body.dataset.open = view === 'instances' && (name || isNew || state.instances.length === 0) ? 'detail' : 'list';
  renderConnection(refresh);
  renderDetail(changed);
  if (state.isLoaded) renderList();
  renderTry();
  renderSends();
  renderTemplates();
}

const refresh = poll(EVERY, () => true, async () => {
  const isFirst = !state.isLoaded;
  if (!(await loadState())) return;
  // Beside the list there is room for one: the first, until the reader chooses.
  if (isFirst && isWide.matches && state.instances.length > 0 && location.hash.length < 2) slide('instances', state.instances[0].name);
  render();
  if (isFirst) revealCurrent();
});

function search(text) {
  state.search = text.trim();
  renderList();
}

byId('search').addEventListener('input', (event) => search(event.target.value));
byId('theme').addEventListener('click', toggleTheme);
byId('language').addEventListener('click', toggleLanguage);
addEventListener('hashchange', () => {
  render();
  if (route().view === 'sends') void pollSends();
});
addEventListener('beforeunload', (event) => {
  if (dirtyDrafts().length > 0) event.preventDefault();
});

startTheme();
startKeys();
setTexts(TEXTS);
onLanguage(render);
onConnection(() => renderConnection(refresh));
render();
void refresh();
void pollSends();
`;
