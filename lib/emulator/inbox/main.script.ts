/** Browser module: puts the inbox together. */
export const MAIN_SCRIPT = String.raw`
import { byId, toast } from '../ui/dom.js';
import { onLanguage, setTexts, t, toggleLanguage } from '../ui/i18n.js';
import { startTheme, toggleTheme } from '../ui/theme.js';
import { call, follow } from './api.js';
import { neighbour, renderNumbers } from './numbers.js';
import { isPanelOpen, refreshPanel, renderPanel, togglePanel } from './panel.js';
import { HELD, keep, numbers, state } from './state.js';
import { TEXTS } from './texts.js';
import { copyNewestCode, renderThread } from './thread.js';

let connected = false;

function render(options) {
  renderThread(back, options);
  renderNumbers(open);
  const live = byId('live');
  live.className = connected ? 'chip live good' : 'chip live bad';
  live.textContent = t(connected ? 'live' : 'reconnecting');
}

function open(phoneNumber) {
  if (!phoneNumber) return;
  state.open = phoneNumber;
  document.body.dataset.view = 'thread';
  render();
}

function back() {
  delete document.body.dataset.view;
  byId('numbers').querySelector('[aria-current="true"]')?.focus();
}

/** All anew: at the start, after a restart of the emulator, and after a burst. */
async function load() {
  const [{ messages }, { replies }, faults, pushes, magic, health, clock, { signs }, { templates }] = await Promise.all(
    ['/messages?limit=' + HELD, '/replies', '/faults', '/receipts', '/magic-numbers', '/health', '/clock', '/signs', '/templates'].map((path) => call('GET', path)),
  );
  state.messages = new Map(messages.reverse().map((each) => [each.id, each]));
  state.replies = new Map(replies.reverse().map((each) => [each.id, each]));
  Object.assign(state, { faults: faults.faults, pushes: pushes.pushes, urls: pushes.urls, magic, health, clock, signs, templates });
  connected = true;
  settle();
  renderPanel();
}

/** Shows the newest number where none is open; on a narrow page the list comes first. */
function settle(options) {
  const list = numbers();
  if (state.open && !list.some((each) => each.phoneNumber === state.open)) state.open = null;
  if (!state.open && list.length > 0) state.open = list[0].phoneNumber;
  if (!state.open) delete document.body.dataset.view;
  render(options);
}

const REFETCH = {
  faults: async () => { state.faults = (await call('GET', '/faults')).faults; },
  push: async () => { state.pushes = (await call('GET', '/receipts')).pushes; },
  signs: async () => { state.signs = (await call('GET', '/signs')).signs; },
  templates: async () => { state.templates = (await call('GET', '/templates')).templates; },
  clock: async () => { state.clock = await call('GET', '/clock'); },
};

async function onEvents(events) {
  const again = new Set();
  for (const event of events) {
    if (event.type === 'message') keep(event.message);
    // A receipt of a message that the page holds no longer is not for it.
    else if (event.type === 'receipt') { if (state.messages.has(event.message.id)) keep(event.message); }
    else if (event.type === 'reply') state.replies.set(event.reply.id, event.reply);
    else if (event.type === 'cleared') {
      state.messages.clear();
      state.replies.clear();
    } else if (REFETCH[event.type]) again.add(event.type);
  }
  settle();
  if (again.size === 0) return;
  await Promise.all([...again].map((type) => REFETCH[type]()));
  refreshPanel();
}

async function clear() {
  await call('DELETE', '/messages');
  toast(t('cleared'));
}

const KEYS = {
  '/': () => byId('search').focus(),
  j: () => open(neighbour(1)),
  k: () => open(neighbour(-1)),
  c: copyNewestCode,
  r: () => byId('reply')?.focus(),
  t: () => togglePanel(),
};

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    if (isPanelOpen()) togglePanel(false);
    else if (document.activeElement === byId('search') && state.search) {
      byId('search').value = '';
      search('');
    }
    else if (document.activeElement?.matches('input, textarea, select')) document.activeElement.blur();
    else back();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select')) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  void act();
});

function search(text) {
  state.search = text;
  settle();
}

byId('search').addEventListener('input', (event) => search(event.target.value.trim()));
byId('clear').addEventListener('click', () => void clear());
byId('theme').addEventListener('click', toggleTheme);
byId('language').addEventListener('click', toggleLanguage);
byId('panel-button').addEventListener('click', () => togglePanel());

startTheme();
setTexts(TEXTS);
onLanguage(() => {
  render({ fresh: true });
  renderPanel();
});
follow({
  onOpen: () => void load(),
  onEvents: (events) => void onEvents(events),
  onLost: () => {
    connected = false;
    render();
  },
});
`;
