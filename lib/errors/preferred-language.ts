import type { LocalizedText } from '../common/localized-text.wire.js';

export type Language = keyof LocalizedText;

// Browsers send fewer than ten. More come from somebody who wants to keep us busy.
const MAX_RANGES = 32;
const LANGUAGE_RANGE = /^([a-z]{1,8})(?:[-_][a-z\d]{1,8}){0,8}$/i;

/**
 * Returns the language of a text for the client that sent this `Accept-Language` header
 * (https://www.rfc-editor.org/rfc/rfc9110#name-accept-language). All kinds of Chinese get the Chinese text.
 * Who names other languages only gets English; who names none, Chinese.
 */
export function preferredLanguage(header: unknown): Language {
  if (typeof header !== 'string') return 'zh';
  const { named, others, any } = read(header);
  const isForeign = named.get('zh') === 0 || (others > 0 && named.get('en') !== 0);
  const fallback = isForeign ? 'en' : 'zh';
  let best: { language: Language; quality: number } = { language: fallback, quality: 0 };
  for (const [language, quality] of named) {
    if (quality > best.quality) best = { language, quality };
  }
  // `*` stands for the languages that are not named.
  return any > best.quality && !named.has(fallback) ? fallback : best.language;
}

interface Wishes {
  /** The qualities of our languages, in the order in which the header names them. */
  named: Map<Language, number>;
  /** The best quality of all other languages. */
  others: number;
  /** The quality of `*`. */
  any: number;
}

function read(header: string): Wishes {
  const wishes: Wishes = { named: new Map(), others: 0, any: 0 };
  for (const item of header.split(',', MAX_RANGES)) {
    const [range = '', ...parameters] = item.split(';').map((part) => part.trim());
    const quality = qualityOf(parameters);
    if (Number.isNaN(quality)) continue;
    const language = LANGUAGE_RANGE.exec(range)?.[1]?.toLowerCase();
    if (language === 'zh' || language === 'en') {
      wishes.named.set(language, Math.max(quality, wishes.named.get(language) ?? 0));
    } else if (language !== undefined) {
      wishes.others = Math.max(quality, wishes.others);
    } else if (range === '*') {
      wishes.any = quality;
    }
  }
  return wishes;
}

/** Returns NaN for a quality that is no number. */
function qualityOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => /^q\s*=/i.test(parameter));
  if (weight === undefined) return 1;
  const quality = Number.parseFloat(weight.slice(weight.indexOf('=') + 1));
  return Math.min(Math.max(quality, 0), 1);
}
