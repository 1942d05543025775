/** Browser module: what the keyboard does. */
export const KEYS_SCRIPT = String.raw`
import { byId } from '../ui/dom.js';
import { revealCurrent } from './list.js';
import { isAsking } from './question.js';
import { go, route, slide } from './route.js';
import { neighbour, state } from './state.js';

function move(step) {
  const { view, name } = route();
  if (view !== 'instances') return;
  const next = neighbour(name, step);
  if (!next) return;
  slide('instances', next);
  // The hash's own event comes later than the next key may.
  setTimeout(revealCurrent);
}

const KEYS = {
  n: () => { if (!state.readOnly) go('new'); },
  '/': () => {
    if (route().view !== 'instances' || document.body.dataset.open === 'detail' && byId('search').offsetParent === null) go('instances');
    setTimeout(() => byId('search').focus());
  },
  j: () => move(1),
  k: () => move(-1),
};

function escape() {
  const active = document.activeElement;
  if (active === byId('search') && active.value) {
    active.value = '';
    active.dispatchEvent(new Event('input'));
  } else if (active?.matches('input, textarea, select')) active.blur();
  else if (route().view === 'instances') {
    const { name } = route();
    go('instances');
    if (name) byId('instances').querySelector('[data-key="' + CSS.escape(name) + '"] a')?.focus();
  }
}

export function startKeys() {
  document.addEventListener('keydown', (event) => {
    if (isAsking() || event.isComposing) return;
    if (event.key === 'Escape') {
      escape();
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const form = document.activeElement?.closest('form') ?? document.querySelector('section:not([hidden]) > form, section:not([hidden]) form');
      if (!form) return;
      event.preventDefault();
      if (!event.repeat) form.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select')) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
`;
