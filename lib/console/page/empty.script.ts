/** Browser module: what to do where there is nothing yet. */
export const EMPTY_SCRIPT = String.raw`
import { copy, h, toast } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { link } from './route.js';
import { state } from './state.js';

const ROOT = [
  'AliyunSmsModule.forRoot({',
  "  elementsDir: 'SMS',",
  '})',
].join('\n');

/** No instance yet. */
export function first() {
  return h('div.empty', {},
    h('h2', {}, t('emptyTitle')),
    h('p.muted', {}, t(state.readOnly ? 'readOnly' : 'emptyText')),
    state.canCreate ? h('div.actions', {}, h('a.button.primary', { href: link('new') }, t('newInstance'))) : state.readOnly ? null : folderSteps(),
  );
}

/** No folder to create one in. */
export function noFolder() {
  return h('div.empty', {},
    h('h3', {}, t(state.readOnly ? 'readOnly' : 'noFolderTitle')),
    state.readOnly ? null : folderSteps(),
  );
}

function folderSteps() {
  return [
    h('p.muted', {}, t('noFolderText')),
    h('pre', { tabIndex: 0 }, h('code', {}, ROOT)),
    h('div.actions', {}, h('button.button', { type: 'button', onclick: async () => {
      await copy(ROOT);
      toast(t('copied'));
    } }, t('copySnippet'))),
  ];
}
`;
