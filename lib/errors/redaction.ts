import { maskEchoes } from './mask-echoes.js';

const MASK = '***';
const MAX_LENGTH = 300;
// Longer texts are not searched. The texts that Aliyun writes itself are far shorter.
const MAX_INPUT = 2000;

/** Returns `138****8000`. Of a short number fewer digits are shown, so that the others cannot be guessed. */
export function maskPhone(phone: string): string {
  const [head, tail] = phone.length >= 11 ? [3, 4] : [2, 2];
  return phone.length > head + tail ? phone.slice(0, head) + '****' + phone.slice(-tail) : '****';
}

// Texts of Aliyun that hold no input. They are kept unchanged, so that a template value such as "1" does
// not hide the figure in them. A verification code has more than three digits.
const HARMLESS = /^(OK|触发[\u4e00-\u9fff]{1,8}流控Permits:\d{1,3})$/;
// The message of SignatureDoesNotMatch holds the string to sign, with every parameter of the call.
const ECHO = /(server )?(string ?to ?sign|canonical ?request)/i;
// name=value as in a URL or a form, the value percent-encoded once or twice.
const ASSIGNMENT = /\b([A-Za-z][\w.-]{0,40})(=|%3D|%253D)[^\s&,;，。]+/g;
// Line breaks and terminal colours could forge lines of a log.
const CONTROL = /\p{Cc}+/gu;
// Long runs of digits, also with the separators in which people write phone numbers.
const DIGITS = /\+?\d(?:[ -]?\d){6,}/g;

/**
 * Makes a text of another system fit for a log. Removes the sensitive values of the call in every encoding
 * in which they may be echoed, the values of assignments, the middle of long numbers, and Aliyun's echo of
 * the string to sign. Limits the length.
 */
export function redact(text: string, sensitive: Iterable<string> = []): string {
  if (HARMLESS.test(text)) return text;
  const echo = text.search(ECHO);
  let clean =
    echo < 0
      ? text
      : text
          .slice(0, echo)
          .trimEnd()
          .replace(/[.,;:，。]$/, '');
  // A single character is no secret, and occurs in every text.
  const values = Array.from(sensitive, (value) => value.toWellFormed()).filter((v) => v.length > 1);
  const masked = clean.length > MAX_INPUT ? undefined : maskEchoes(clean, values, MASK);
  if (masked === undefined) return `(a text of ${clean.length} characters)`;
  clean = masked
    .replace(CONTROL, ' ')
    .replace(ASSIGNMENT, `$1$2${MASK}`)
    .replace(DIGITS, (run) => maskPhone(run));
  return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH)}…` : clean;
}
