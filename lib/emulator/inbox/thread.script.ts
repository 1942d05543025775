/** Browser module: the phone with the messages of one number. */
export const THREAD_SCRIPT = String.raw`
import { byId, h, icon, ICONS, toast } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { call } from './api.js';
import { renderEmpty } from './empty.js';
import { day, phone } from './format.js';
import { copyCode, messageElement, replyElement } from './message.js';
import { look, state, threadOf } from './state.js';

let shown = null;

/** Builds the phone anew where the number has changed, and else only what is new in it. */
export function renderThread(back, { fresh = false } = {}) {
  const section = byId('thread');
  const isEmpty = state.messages.size === 0 && state.replies.size === 0;
  document.body.classList.toggle('is-empty', isEmpty);
  if (isEmpty) {
    shown = null;
    renderEmpty(section);
    return;
  }
  if (state.open === null) {
    shown = null;
    section.replaceChildren(h('p.nothing', {}, t('choose')));
    return;
  }
  if (fresh || shown !== state.open || !section.querySelector('.phone')) buildPhone(section, back);
  shown = state.open;
  // On a narrow page the list covers it.
  if (section.offsetParent !== null) look(state.open);
  fill(section.querySelector('.texts'));
}

function buildPhone(section, back) {
  const number = state.open;
  const draft = shown === number ? section.querySelector('.composer input')?.value : '';
  const field = h('input.field', { type: 'text', id: 'reply', maxLength: 500, autocomplete: 'off', placeholder: t('reply'), 'aria-label': t('reply'), value: draft || '' });
  const form = h('form.composer', {
    onsubmit: async (event) => {
      event.preventDefault();
      const content = field.value.trim();
      if (!content) return;
      field.value = '';
      try {
        await call('POST', '/replies', { phoneNumber: number, content });
      } catch (error) {
        field.value = content;
        toast(error.message);
      }
    },
  }, field, h('button.button.primary.icon', { type: 'submit', 'aria-label': t('send') }, icon(ICONS.send)));
  section.replaceChildren(
    h('div.phone', {},
      h('header', {},
        h('button.button.icon.back', { type: 'button', 'aria-label': t('back'), onclick: back }, icon(ICONS.back)),
        h('h2', {}, phone(number)),
      ),
      h('div.texts', { role: 'log', 'aria-live': 'polite', 'aria-label': t('messages'), tabIndex: 0 }),
      form,
    ),
  );
}

function fill(list) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const isFirst = list.childElementCount === 0;
  const before = new Map([...list.children].map((element) => [element.dataset.key, element]));
  let lastDay = '';
  const elements = [];
  for (const item of threadOf(state.open)) {
    const time = item.receivedAt || item.sentAt;
    if (day(time) !== lastDay) {
      lastDay = day(time);
      const key = 'day ' + lastDay;
      elements.push(before.get(key) || h('p.day', { 'data-key': key }, lastDay));
    }
    elements.push(elementOf(item, before, isFirst));
  }
  list.replaceChildren(...elements);
  if (isFirst || atEnd) list.scrollTop = list.scrollHeight;
}

/** An element that says the same already stays: it may have the focus, or open details. */
function elementOf(item, before, isFirst) {
  const old = before.get(item.id);
  const version = item.receipt ? item.receipt.errCode + (item.receipt.reportedAt || '') : '';
  if (old && old.dataset.version === version) return old;
  const focused = old && old.contains(document.activeElement) ? document.activeElement.className : null;
  const element = item.receivedAt ? messageElement(item, old?.querySelector('details').open) : replyElement(item);
  element.dataset.key = item.id;
  element.dataset.version = version;
  if (!old && !isFirst) element.classList.add('arrives');
  if (focused) queueMicrotask(() => element.querySelector('[class="' + focused + '"]')?.focus());
  return element;
}

export async function copyNewestCode() {
  const newest = state.open && threadOf(state.open).findLast((each) => each.code);
  if (newest) await copyCode(newest.code);
  else toast(t('noCode'));
}
`;
