/** Browser module: sends the message that is tried out, once. */
export const SENDING_SCRIPT = String.raw`
import { byId } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { call, instancePath } from './api.js';
import { attempt, body, phones, placeOf, validate } from './attempt.js';
import { showErrors } from './fields.js';
import { renderOutcome } from './outcome.js';
import { ask } from './question.js';

/** Of an error: whether anything can have been sent. Without an answer nobody knows. */
function outcomeOf({ outcome, code, status }) {
  if (outcome) return outcome;
  return code === 46001 || code === 46002 || (status >= 400 && status < 500) ? 'not-sent' : 'unknown';
}

export async function sendAttempt() {
  if (attempt.isSending) return;
  attempt.errors = validate();
  showErrors(byId('try-form'), attempt.errors, 'try-');
  if (Object.keys(attempt.errors).length > 0) {
    toFirstError();
    return;
  }
  attempt.isSending = true;
  showSending();
  try {
    const message = body();
    if (await mayGo(message)) await send(message);
  } finally {
    attempt.isSending = false;
    showSending();
  }
}

/** The same message again, after one of which nobody knows, could arrive twice. */
function mayGo(message) {
  const { outcome } = attempt;
  const isRepeat = outcome?.error?.outcome === 'unknown' && outcome.message === JSON.stringify([attempt.instance, message]);
  return isRepeat ? ask({ title: t('repeatTitle'), text: t('outcome.unknown'), yes: t('repeatYes'), no: t('keep') }) : true;
}

async function send(message) {
  const { instance } = attempt;
  const sent = { instance, phones: message.phoneList, sentAt: Date.now(), message: JSON.stringify([instance, message]), deliveries: new Map() };
  attempt.outcome = null;
  renderOutcome();
  try {
    sent.result = await call('POST', instancePath(instance, 'messages'), message);
  } catch (error) {
    sent.error = Object.assign(error, { outcome: outcomeOf(error) });
    attempt.errors = {};
    for (const [name, messages] of Object.entries(error.fields ?? {})) attempt.errors[placeOf(name)] = messages;
  }
  attempt.outcome = sent;
  renderOutcome();
  if (!byId('try-form')) return;
  showErrors(byId('try-form'), attempt.errors, 'try-');
  if (Object.keys(attempt.errors).length > 0) toFirstError();
  else byId('try-outcome').scrollIntoView({ block: 'nearest' });
}

export function showSending() {
  const button = byId('send');
  if (!button) return;
  const n = phones().length;
  button.disabled = attempt.isSending;
  button.textContent = attempt.isSending ? t('sending') : n > 1 ? t('sendTo', { n }) : t('send');
}

function toFirstError() {
  byId('try-form')?.querySelector('[aria-invalid="true"]')?.focus();
}
`;
