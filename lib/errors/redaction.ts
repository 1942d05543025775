import { maskEchoes } from './mask-echoes.js';

const MASK = '***';
const MAX_LENGTH = 300;
// No more than this is looked through; the texts that Aliyun writes itself are far shorter.
const MAX_INPUT = 2000;

/** `138****8000`; of short numbers less is shown, so that the rest cannot be guessed. */
export function maskPhone(phone: string): string {
  const [head, tail] = phone.length >= 11 ? [3, 4] : [2, 2];
  return phone.length > head + tail ? phone.slice(0, head) + '****' + phone.slice(-tail) : '****';
}

// Texts of Aliyun which hold no input: kept as they are, so that a template value such as "1"
// cannot blank out the figure in them. No code has as few as three figures.
const HARMLESS = /^(OK|触发[\u4e00-\u9fff]{1,8}流控Permits:\d{1,3})$/;
// SignatureDoesNotMatch echoes the string to sign, which holds every parameter of the call.
const ECHO = /(server )?(string ?to ?sign|canonical ?request)/i;
// name=value as in a URL or a form, the value percent-encoded once or twice.
const ASSIGNMENT = /\b([A-Za-z][\w.-]{0,40})(=|%3D|%253D)[^\s&,;，。]+/g;
// Line breaks and terminal colours would forge lines of a log.
const CONTROL = /\p{Cc}+/gu;
// Long runs of digits, also with the separators in which people write phone numbers.
const DIGITS = /\+?\d(?:[ -]?\d){6,}/g;

/**
 * Makes a text of the outside world fit for a log: without the values of the call that it answers,
 * in whatever encoding they are echoed, without assignments, long numbers and Aliyun's echo of the
 * string to sign, and of bounded length.
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
  // One character is no secret, and is in every text.
  const values = Array.from(sensitive, (value) => value.toWellFormed()).filter((v) => v.length > 1);
  const masked = clean.length > MAX_INPUT ? undefined : maskEchoes(clean, values, MASK);
  if (masked === undefined) return `(a text of ${clean.length} characters)`;
  clean = masked
    .replace(CONTROL, ' ')
    .replace(ASSIGNMENT, `$1$2${MASK}`)
    .replace(DIGITS, (run) => maskPhone(run));
  return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH)}…` : clean;
}
