/** Browser module: the message as the phone will show it, and what it costs. */
export const PREVIEW_SCRIPT = String.raw`
import { byId, h } from '../ui/dom.js';
import { t } from '../ui/i18n.js';
import { phones, preview } from './attempt.js';
import { isAbroad, parts } from './parts.js';

const HOME = '13900000000';
const ABROAD = '85200000000';

export function renderPreview() {
  const pieces = preview();
  const text = pieces.map((piece) => piece.text).join('');
  const numbers = phones();
  byId('preview').replaceChildren(
    h('div.phone', {},
      h('p.number.mono', {}, numbers.length === 0 ? t('noNumber') : numbers.length === 1 ? numbers[0] : t('numberAndMore', { phone: numbers[0], n: numbers.length - 1, all: numbers.length })),
      h('p.bubble', { dir: 'auto' }, pieces.map((piece) =>
        piece.variable ? h('span.variable', {}, piece.text) : piece.isGuess ? h('span.guess', {}, piece.text) : piece.text)),
      h('div.facts', { id: 'size' }, cost(text, numbers).map((each) => h('span.chip', {}, each))),
      pieces.some((piece) => piece.isGuess) ? h('p.hint', {}, t('guessHint')) : null,
    ),
  );
}

function cost(text, numbers) {
  const abroad = numbers.filter(isAbroad).length;
  const home = numbers.length - abroad;
  const atHome = parts(text, HOME);
  const elsewhere = parts(text, ABROAD);
  return [
    t('characters', { n: text.length }),
    home > 0 || abroad === 0 ? t('parts', { n: atHome }) : null,
    abroad > 0 ? t('partsAbroad', { n: elsewhere }) : null,
    numbers.length > 1 ? t('partsInAll', { n: home * atHome + abroad * elsewhere, numbers: numbers.length }) : null,
  ].filter(Boolean);
}
`;
