/** Browser module: the list of numbers. */
export const NUMBERS_SCRIPT = String.raw`
import { byId, h } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { phone, shortTime } from './format.js';
import { numbers, state } from './state.js';

export function renderNumbers(open) {
  const list = numbers();
  const nav = byId('numbers');
  const focused = nav.contains(document.activeElement) ? document.activeElement.dataset.phone : null;
  if (list.length === 0) {
    nav.replaceChildren(h('p.nothing', {}, t(state.search ? 'nothingFound' : 'emptyTitle')));
    return;
  }
  nav.replaceChildren(
    h('ul', {}, list.map(({ phoneNumber, last, unread }) =>
      h('li', {},
        h('button.number', { type: 'button', 'data-phone': phoneNumber, 'aria-current': String(phoneNumber === state.open), onclick: () => open(phoneNumber) },
          h('span.face', { 'aria-hidden': 'true' }, phoneNumber.slice(-4)),
          h('span.who', {}, phone(phoneNumber)),
          h('time.when', {}, shortTime(last.receivedAt || last.sentAt)),
          h('span.last', {}, last.receivedAt ? last.content : '↩ ' + last.content),
          unread > 0 ? h('span.unread', {}, String(unread)) : h('span'),
        ),
      ),
    )),
  );
  if (focused) nav.querySelector('[data-phone="' + CSS.escape(focused) + '"]')?.focus();
}

/** The number that is so many steps further down the list. */
export function neighbour(step) {
  const list = numbers().map((each) => each.phoneNumber);
  const at = list.indexOf(state.open);
  return list[Math.min(Math.max(at + step, 0), list.length - 1)];
}
`;
