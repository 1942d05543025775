import { useEffect } from 'preact/hooks';
import { signal } from '@preact/signals';
import { VirtualList } from '../../shared/virtual-list.tsx';
import { openNumber, showNumber, store } from '../inbox.ts';
import { texts } from '../texts.ts';
import { NumberButton } from './number-button.tsx';
import './numbers.css';

/** The row that the arrow keys have come to. */
const active = signal<string | null>(null);

export function NumberList() {
  const t = texts.value;
  const rows = store.numbers.value;
  const open = openNumber.value;
  useEffect(() => {
    if (open !== null) active.value = open;
  }, [open]);
  return (
    <nav id="numbers" aria-label={t.numbers}>
      {rows.length === 0 ? (
        <p class="nothing">{t.nothingFound}</p>
      ) : (
        <VirtualList
          class="scroll"
          as={{ list: 'ul', row: 'li' }}
          items={rows}
          keyOf={(row) => row.phoneNumber}
          active={active.value}
          onActive={(key) => {
            active.value = key;
          }}
          estimate={62}
          fixed
          padding={8}
          render={(row, focus) => (
            <NumberButton
              row={row}
              focus={focus}
              isOpen={row.phoneNumber === open}
              onOpen={() => showNumber(row.phoneNumber)}
            />
          )}
        />
      )}
    </nav>
  );
}
