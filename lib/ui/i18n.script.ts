/** Browser module: the page in English and Chinese, changed without a reload. */
export const I18N_SCRIPT = String.raw`
const KEY = 'aliyun-sms-language';
const listeners = new Set();
let texts = { en: {}, zh: {} };
let language = localStorage.getItem(KEY) || (navigator.language.startsWith('zh') ? 'zh' : 'en');

export function setTexts(given) {
  texts = given;
  apply();
}

export const currentLanguage = () => language;

/** The text of a key; {names} in it are filled from values. */
export function t(key, values) {
  const text = texts[language][key] ?? texts.en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values?.[name] ?? ''));
}

export function onLanguage(listener) {
  listeners.add(listener);
}

export function toggleLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem(KEY, language);
  apply();
}

/** Fills elements with data-t (text) and data-t-label (label, and placeholder of a field). */
function apply() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const element of document.querySelectorAll('[data-t]')) {
    element.textContent = t(element.dataset.t);
  }
  for (const element of document.querySelectorAll('[data-t-label]')) {
    const text = t(element.dataset.tLabel);
    element.setAttribute('aria-label', text);
    if ('placeholder' in element) element.placeholder = text;
    else element.title = text;
  }
  for (const listener of listeners) listener();
}
`;
