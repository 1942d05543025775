/** Browser module: the panel of tools and its tabs. */
export const PANEL_SCRIPT = String.raw`
import { byId, h, icon, ICONS } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { faultsTab, refreshFaults } from './faults.js';
import { magicTab } from './magic.js';
import { receiptsTab, refreshReceipts } from './receipts.js';
import { refreshReviews, reviewsTab } from './reviews.js';

const TABS = { tabFaults: faultsTab, tabMagic: magicTab, tabReceipts: receiptsTab, tabReviews: reviewsTab };
let tab = 'tabFaults';

export const isPanelOpen = () => !byId('panel').hidden;

export function togglePanel(open = !isPanelOpen()) {
  byId('panel').hidden = !open;
  byId('panel-button').setAttribute('aria-expanded', String(open));
  if (open) {
    renderPanel();
    byId('panel').querySelector('[aria-selected="true"]').focus();
  } else byId('panel-button').focus();
}

export function renderPanel() {
  if (!isPanelOpen()) return;
  byId('panel').replaceChildren(
    h('header', {},
      h('div.tabs', { role: 'tablist' }, Object.keys(TABS).map((key) =>
        h('button', { type: 'button', role: 'tab', 'aria-selected': String(key === tab), onclick: () => choose(key) }, t(key)))),
      h('button.button.icon.small', { type: 'button', 'aria-label': t('close'), onclick: () => togglePanel(false) }, icon(ICONS.close)),
    ),
    h('div.stack', { role: 'tabpanel' }, TABS[tab]()),
  );
  refreshPanel();
}

/** What changes by itself; forms stay as they are filled. */
export function refreshPanel() {
  if (!isPanelOpen()) return;
  refreshFaults();
  refreshReceipts();
  refreshReviews();
}

function choose(key) {
  tab = key;
  renderPanel();
  byId('panel').querySelector('[aria-selected="true"]').focus();
}
`;
