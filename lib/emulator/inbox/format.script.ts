/** Browser module: times and numbers as people write them. */
export const FORMAT_SCRIPT = String.raw`
import { currentLanguage } from '../ui/i18n.js';

const locale = () => (currentLanguage() === 'zh' ? 'zh-CN' : 'en-GB');

export const clockTime = (iso) => new Date(iso).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit', second: '2-digit' });
export const fullTime = (iso) => new Date(iso).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'medium' });
export const day = (iso) => new Date(iso).toLocaleDateString(locale(), { weekday: 'long', day: 'numeric', month: 'long' });
export const shortTime = (iso) => {
  const date = new Date(iso);
  const today = date.toDateString() === new Date().toDateString();
  return today ? date.toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' }) : date.toLocaleDateString(locale(), { day: 'numeric', month: 'numeric' });
};

/** 139 0000 1234; others as they are, with a plus. */
export function phone(number) {
  const home = /^(1\d\d)(\d{4})(\d{4})$/.exec(number);
  if (home) return home.slice(1).join(' ');
  return number.startsWith('+') ? number : '+' + number;
}
`;
