import { Chip } from '../../shared/chip.tsx';
import { texts } from '../texts.ts';
import { costOf } from './message-parts.ts';
import { Pieces } from './pieces.tsx';
import { phones, preview } from './try.ts';

/** The message as the phone will show it, and as how many it is billed. */
export function Preview() {
  const t = texts.value;
  const pieces = preview.value;
  const text = pieces.map((piece) => piece.text).join('');
  const numbers = phones.value;
  const cost = costOf(text, numbers);
  const [first] = numbers;
  return (
    <aside class="stand" id="preview" aria-label={t.preview}>
      <div class="phone">
        <p class="number mono">
          {first === undefined
            ? t.noNumber
            : numbers.length === 1
              ? first
              : t.numberAndMore(first, numbers.length)}
        </p>
        <p class="bubble" dir="auto">
          <Pieces pieces={pieces} />
        </p>
        <div class="facts" id="size">
          <Chip>{t.characters(text.length)}</Chip>
          {cost.hasHome && <Chip>{t.parts(cost.home)}</Chip>}
          {cost.hasAbroad && <Chip>{t.partsAbroad(cost.abroad)}</Chip>}
          {numbers.length > 1 && <Chip>{t.partsInAll(cost.inAll, numbers.length)}</Chip>}
        </div>
        {pieces.some(({ kind }) => kind === 'guess') && <p class="hint">{t.guessHint}</p>}
      </div>
    </aside>
  );
}
