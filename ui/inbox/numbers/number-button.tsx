import { formatShortTime } from '../../shared/i18n.ts';
import type { RowFocus } from '../../shared/virtual-list.tsx';
import { formatPhone } from '../phone-number.ts';
import type { Item } from '../conversation.ts';
import type { NumberRow } from '../store.ts';
import { texts } from '../texts.ts';

interface NumberButtonProps {
  row: NumberRow;
  focus: RowFocus;
  isOpen: boolean;
  onOpen: () => void;
}

export function NumberButton({ row, focus, isOpen, onOpen }: NumberButtonProps) {
  const { phoneNumber, last, unread } = row;
  return (
    <button
      type="button"
      class="number"
      aria-current={isOpen ? 'true' : undefined}
      onClick={onOpen}
      {...focus}
    >
      <span class="face" aria-hidden="true">
        {phoneNumber.slice(-4)}
      </span>
      <span class="who">{formatPhone(phoneNumber)}</span>
      <time class="when" dateTime={new Date(last.at).toISOString()}>
        {formatShortTime(last.at)}
      </time>
      <span class="last">
        <Last item={last} />
      </span>
      {unread > 0 && (
        <span class="unread">
          <span aria-hidden="true">{unread > 999 ? '999+' : unread}</span>
          <span class="sr-only">{texts.value.unread(unread)}</span>
        </span>
      )}
    </button>
  );
}

/** The code comes first: the texts before it are nearly all alike. */
function Last({ item }: { item: Item }) {
  if (item.kind === 'reply') return <>{`${texts.value.fromPhone} ${item.reply.content}`}</>;
  const { code, content } = item.message;
  return (
    <>
      {code !== null && <b class="mono">{`${code} `}</b>}
      {content}
    </>
  );
}
