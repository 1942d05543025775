/** Browser module: words, times and durations as the reader writes them. */
export const FORMAT_SCRIPT = String.raw`
import { currentLanguage, t } from '../ui/i18n.js';

const locale = () => (currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB');

/** A text that comes in both languages. */
export const said = (pair) => (typeof pair === 'string' ? pair : (pair?.[currentLanguage()] ?? pair?.en ?? ''));

/** The word for a value of a set; the value itself where a newer server knows more of them. */
export function word(set, value) {
  const key = set + '.' + value;
  return t(key) === key ? String(value) : t(key);
}

/** What people call an instance. */
export const titleOf = ({ title, name }) => (title?.trim() ? title : name);
export const optionText = (instance) => (titleOf(instance) === instance.name ? instance.name : instance.title + ' · ' + instance.name);

export const clockTime = (at) => new Date(at).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit', second: '2-digit' });
export const fullTime = (at) => new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'medium' });

export function shortTime(at) {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? clockTime(at) : date.toLocaleString(locale(), { day: 'numeric', month: 'numeric', hour: '2-digit', minute: '2-digit' });
}

export const duration = (ms) => (ms < 1000 ? Math.round(ms) + ' ms' : (ms / 1000).toFixed(ms < 10000 ? 1 : 0) + ' s');

/** The first letter of a name, whatever it is made of. */
export function initial(text) {
  const [first] = new Intl.Segmenter().segment(text.trim() || '?');
  return first.segment;
}
`;
