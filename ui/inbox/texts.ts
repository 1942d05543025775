import { createTexts } from '../shared/i18n.ts';
import { en } from './texts/en.ts';
import { zh } from './texts/zh.ts';

/** The words of the inbox. */
export const texts = createTexts({ en, zh });
