/** Browser module: an instance that cannot be changed here, and why. */
export const READ_ONLY_SCRIPT = String.raw`
import { h } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { said } from './format.js';
import { state, typeNamed } from './state.js';

export function readOnlySheet(instance) {
  const fields = typeNamed(instance.type)?.fields ?? [];
  const others = Object.keys(instance.config).filter((name) => !fields.some((field) => field.name === name));
  const rows = [...fields.flatMap((field) => rowOf(field, instance)), ...others.flatMap((name) => pair(name, written(instance.config[name])))];
  return h('section.card.sheet', { 'aria-labelledby': 'detail-title' },
    h(state.readOnly ? 'p.notice.narrow-only' : 'p.notice', {}, state.readOnly ? t('readOnly') : t('origin.' + instance.origin + '.why') + ' ' + (state.canCreate ? t('copyInstead') : '')),
    rows.length === 0 ? h('p.muted', {}, t('noConfig')) : h('dl.pairs', {}, rows),
  );
}

function rowOf(field, { config, secrets, key, sign }) {
  const title = said(field.title) || field.name;
  if (field.kind === 'secret' && secrets.includes(field.name)) return pair(title, '••••••••');
  // Where the configuration is not shown, what is known of it still is.
  const value = config[field.name] ?? { accessKey: key, verifySign: sign }[field.name];
  if (value === undefined || value === null) return field.default === undefined ? [] : pair(title, t('defaultIs', { value: written(field.default) }), true);
  return pair(title, written(value));
}

const written = (value) => (Array.isArray(value) ? value.map(String).join('\n') : typeof value === 'boolean' ? t(value ? 'yes' : 'no') : typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value));

const pair = (title, text, isMuted) => [h('dt', {}, title), h('dd.mono' + (isMuted ? '.muted' : ''), {}, text)];
`;
