/** Browser module: what is shown before the first message. */
export const EMPTY_SCRIPT = String.raw`
import { copy, h, toast } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { state } from './state.js';

const snippet = () => [
  "import Dysmsapi from '@alicloud/dysmsapi20170525';",
  "import { Config } from '@alicloud/openapi-client';",
  '',
  'const client = new Dysmsapi.default(new Config({',
  "  accessKeyId: '" + (state.health.accessKeys[0] || '') + "',",
  "  accessKeySecret: '" + (state.health.accessKeys[0] === 'LTAI5tEmulator0000000000' ? 'emulator-secret' : '…') + "',",
  "  endpoint: '" + location.host + "',",
  "  protocol: 'http',",
  '}));',
  'await client.sendSms(new Dysmsapi.SendSmsRequest({',
  "  phoneNumbers: '13900001234',",
  "  signName: '某某科技',",
  "  templateCode: 'SMS_123456789',",
  "  templateParam: JSON.stringify({ code: '123456' }),",
  '}));',
].join('\n');

export function renderEmpty(section) {
  const text = snippet();
  section.replaceChildren(
    h('div.empty', {},
      h('h2', {}, t('emptyTitle')),
      h('p.muted', {}, t('emptyText')),
      h('div.row', {}, h('span.chip.mono', {}, location.host), h('span.chip.mono', {}, state.health.accessKeys[0] || '')),
      h('pre', { tabIndex: 0 }, h('code', {}, text)),
      h('div.row', {},
        h('button.button.primary', { type: 'button', onclick: async () => { await copy(text); toast(t('copied')); } }, t('copySnippet')),
      ),
    ),
  );
}
`;
