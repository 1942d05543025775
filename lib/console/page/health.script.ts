/** Browser module: asks how instances are, a few at a time, when they are seen. */
export const HEALTH_SCRIPT = String.raw`
import { h } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { call, instancePath } from './api.js';
import { said } from './format.js';
import { problem } from './problem.js';

const AT_ONCE = 4;
const DWELL = 250;
const known = new Map();
const waiting = [];
let running = 0;

export function askHealth(name) {
  if (known.get(name)?.status === 'asking') return;
  known.set(name, { status: 'asking' });
  show(name);
  // The one that was asked for last is the one that is looked at.
  waiting.unshift(name);
  next();
}

function ensureHealth(name) {
  if (!known.has(name)) askHealth(name);
}

export function forgetHealth(name) {
  known.delete(name);
}

function next() {
  while (running < AT_ONCE && waiting.length > 0) void run(waiting.shift());
}

async function run(name) {
  running++;
  try {
    known.set(name, await call('GET', instancePath(name, 'health')));
  } catch (error) {
    known.set(name, { status: 'failed', message: error.message });
  } finally {
    running--;
    show(name);
    next();
  }
}

function show(name) {
  for (const place of document.querySelectorAll('[data-health="' + CSS.escape(name) + '"]')) fill(place);
}

const KIND = { up: '.good', down: '.bad', failed: '.bad' };

function fill(place) {
  const name = place.dataset.health;
  const health = known.get(name) ?? { status: 'asking' };
  const chip = h('span.chip.live' + (KIND[health.status] ?? ''), {}, t('health.' + health.status));
  if (place.dataset.brief) {
    const reason = health.status === 'down' ? said(health.remedy) || said(health.text) || health.message : null;
    place.replaceChildren(chip, ...(reason ? [h('span.reason', {}, reason)] : []));
    return;
  }
  const again = h('button.button.small', { type: 'button', disabled: health.status === 'asking', onclick: () => askHealth(name) }, t('askAgain'));
  place.replaceChildren(
    h('div.line', {}, chip, health.note ? h('span.muted', {}, health.note) : health.status === 'failed' ? h('span.muted', {}, health.message) : h('span'), again),
    ...(health.status === 'down' ? [problem(health)] : []),
  );
}

/** In a list only the state and the remedy; alone with all that is known, and a way to ask again. */
export function healthPlace(name, isBrief) {
  const place = h('div.health', { 'data-health': name, 'data-brief': isBrief ? 'true' : null });
  fill(place);
  return place;
}

const timers = new Map();
const seen = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    clearTimeout(timers.get(target));
    timers.delete(target);
    if (isIntersecting) timers.set(target, setTimeout(ensureHealth, DWELL, target.dataset.health));
  }
});

/** Asks when the place has been in view for a moment: not on the way through a long list. */
export function askWhenSeen(place) {
  seen.observe(place);
}
`;
