import type { LocalizedText } from '../../lib/common/localized-text.wire.ts';
import { createTexts, language } from '../shared/i18n.ts';
import { en } from './texts/en.ts';
import { zh } from './texts/zh.ts';

/** The words of the console. */
export const texts = createTexts({ en, zh });

/** A text that the server gives in both languages. */
export const said = (pair: LocalizedText | undefined): string => pair?.[language.value] ?? '';
