/** Browser module: the tab of magic numbers. */
export const MAGIC_SCRIPT = String.raw`
import { copy, h, icon, ICONS, toast } from '../ui/dom.js';
import { currentLanguage, t } from '../ui/i18n.js';
import { state } from './state.js';

export function magicTab() {
  const { numbers, receipts } = state.magic;
  return [
    h('p.hint', {}, t('magicHint')),
    rows(numbers.map((each) => [each.phoneNumber, each.title[currentLanguage()]])),
    h('h3', {}, t('tabReceipts')),
    rows(receipts.map((each) => [each.phoneNumber, each.errCode])),
  ];
}

function rows(list) {
  return h('ul.rows', {}, list.map(([phoneNumber, text]) =>
    h('li', {},
      h('div.main', {}, h('span.number-text', {}, phoneNumber), h('p', {}, text)),
      h('button.button.small.icon', { type: 'button', 'aria-label': t('copy') + ' ' + phoneNumber, onclick: async () => { await copy(phoneNumber); toast(t('copied')); } }, icon(ICONS.copy)),
    )));
}
`;
