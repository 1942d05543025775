/** Browser module: the message that is tried out, kept while other views are looked at. */
export const ATTEMPT_SCRIPT = String.raw`
import { t } from '../ui/i18n.js';
import { isPhone, phonesIn } from './parts.js';
import { instanceNamed } from './state.js';
import { paramsIn, piecesOf, variablesOf } from './template-text.js';

/** listed: null while they are not known; failure: why they are not. */
export const attempt = {
  instance: null,
  listed: null,
  failure: null,
  template: '',
  /** The template that the hash asked for. */
  asked: null,
  isTyped: true,
  values: new Map(),
  lines: '',
  phones: '',
  sign: '',
  errors: {},
  isSending: false,
  /** { result, error, phones, sentAt } of the last send. */
  outcome: null,
};

export const chosen = () => (attempt.isTyped ? undefined : attempt.listed?.find((each) => each.code === attempt.template));
/** A typed code may be one of the listed all the same. */
export const contentKnown = () => (chosen() ?? attempt.listed?.find((each) => each.code === attempt.template.trim()))?.content;
export const signOf = () => attempt.sign.trim() || instanceNamed(attempt.instance)?.sign || '';
export const phones = () => phonesIn(attempt.phones);

export function params() {
  const content = contentKnown();
  if (content === undefined) return paramsIn(attempt.lines).params;
  return new Map(variablesOf(content).map((name) => [name, attempt.values.get(name) ?? '']));
}

/** The message as it will read, in pieces. */
export function preview() {
  const sign = signOf();
  const content = contentKnown();
  const brackets = sign ? [{ text: '【' + sign + '】' }] : [];
  if (content !== undefined) return [...brackets, ...piecesOf(content, attempt.values)];
  const known = [...params()].map(([name, value]) => name + ': ' + value).join(', ');
  return [...brackets, { text: known || attempt.template.trim() || '…', isGuess: true }];
}

export function validate() {
  const errors = {};
  const numbers = phones();
  const odd = numbers.filter((each) => !isPhone(each));
  if (!attempt.template.trim()) errors.template = [t('required')];
  if (numbers.length === 0) errors.phones = [t('required')];
  else if (odd.length > 0) errors.phones = [t('notPhones', { phones: odd.slice(0, 3).join(', ') })];
  if (contentKnown() === undefined) {
    const { wrong } = paramsIn(attempt.lines);
    if (wrong.length > 0) errors.lines = [t('notParams', { line: wrong[0] })];
  } else [...params()].forEach(([, value], i) => { if (value === '') errors['param-' + i] = [t('required')]; });
  return errors;
}

export const body = () => ({
  phoneList: phones(),
  params: Object.fromEntries(params()),
  verifyTemplateCode: attempt.template.trim(),
  ...(attempt.sign.trim() && { verifySign: attempt.sign.trim() }),
});

/** The server's fields, as they are called here. */
export const placeOf = (field) => {
  const name = field.split(/[.[]/)[0];
  return { phoneList: 'phones', verifyTemplateCode: 'template', verifySign: 'sign', params: contentKnown() === undefined ? 'lines' : 'param-0' }[name] ?? field;
};
`;
