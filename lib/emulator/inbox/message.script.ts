/** Browser module: one message, and one reply. */
export const MESSAGE_SCRIPT = String.raw`
import { copy, h, icon, ICONS, toast } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { call } from './api.js';
import { clockTime, fullTime } from './format.js';

const FAILURES = ['MOBILE_NOT_ON_SERVICE', 'INVALID_NUMBER', 'MOBILE_SEND_LIMIT', 'MOBILE_ACCOUNT_ABNORMAL', 'MOBILE_IN_BLACK', 'MOBLLE_TERMINAL_ERROR', 'USER_REJECT', 'CONTENT_KEYWORD', 'NO_ROUTE', 'SP_UNKNOWN_ERROR', 'EXPIRED', 'PORT_NOT_REGISTERED'];

export async function copyCode(code) {
  await copy(code);
  toast(t('codeCopied', { code }));
}

/** details: whether they are open, which survives that the element is built anew. */
export function messageElement(message, detailsOpen) {
  return h('article.text', { 'data-id': message.id },
    h('p.bubble', {}, message.content),
    message.code === null ? null : codeButton(message.code),
    h('div.facts', {},
      h('time', { dateTime: message.receivedAt }, clockTime(message.receivedAt)),
      h('span.chip.mono', {}, message.templateCode),
      message.parts > 1 ? h('span.chip', {}, t('parts', message)) : null,
      receiptChip(message.receipt),
      message.receipt.state === 'waiting' ? quickActions(message) : null,
    ),
    h('details', { open: detailsOpen },
      h('summary', {}, t('details')),
      facts(message),
      receiptActions(message),
    ),
  );
}

export function replyElement(reply) {
  return h('article.reply', { 'data-id': reply.id },
    h('p.bubble', {}, reply.content),
    h('div.facts', {}, h('time', { dateTime: reply.sentAt }, clockTime(reply.sentAt))),
  );
}

function codeButton(code) {
  return h('button.code', { type: 'button', 'aria-label': t('copyCode', { code }), onclick: () => copyCode(code) },
    h('span.digits', {}, code),
    h('span.copy', {}, icon(ICONS.copy), t('copy')),
  );
}

function receiptChip({ state, errCode }) {
  const kind = { waiting: '', delivered: '.good', failed: '.bad' }[state];
  return h('span.chip.receipt' + kind, { title: errCode }, t(state));
}

function facts(message) {
  const params = Object.entries(message.templateParam).map(([name, value]) => name + ' = ' + value).join('\n');
  const { receipt } = message;
  const rows = [
    ['template', message.templateCode, true],
    ['params', params || t('none'), true],
    ['received', fullTime(message.receivedAt)],
    ['sizeAndParts', t('size', message)],
    ['receipt', receipt.reportedAt ? [receipt.errCode, receipt.errMsg, fullTime(receipt.reportedAt)].filter(Boolean).join(' · ') : t('waiting')],
    ['requestId', message.requestId, true],
    ['bizId', message.bizId, true],
    ['outId', message.outId || t('none'), Boolean(message.outId)],
    ['action', message.action, true],
    ['accessKey', message.accessKey, true],
  ];
  return h('dl', {}, rows.flatMap(([key, value, mono]) => [h('dt', {}, t(key)), h(mono ? 'dd.mono' : 'dd', {}, value)]));
}

const report = (message, errCode) =>
  call('POST', '/messages/' + message.id + '/receipt', { errCode }).catch((error) => toast(error.message));

/** While a receipt is waited for, the two answers are one click away. */
function quickActions(message) {
  return h('span.quicks', {},
    h('button.quick.good', { type: 'button', onclick: () => report(message, 'DELIVERED') }, '✓ ' + t('markDelivered')),
    h('button.quick.bad', { type: 'button', onclick: () => report(message, FAILURES[0]) }, '✕ ' + t('markFailed')),
  );
}

function receiptActions(message) {
  const reason = h('select.field', { 'aria-label': t('failWith') }, FAILURES.map((code) => h('option', { value: code }, code)));
  return h('div.actions', {},
    h('button.button.small.deliver', { type: 'button', onclick: () => report(message, 'DELIVERED') }, t('markDelivered')),
    h('button.button.small.fail', { type: 'button', onclick: () => report(message, reason.value) }, t('markFailed')),
    reason,
  );
}
`;
