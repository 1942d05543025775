import type { EmulatorMessage } from '../../../lib/emulator/model/message.wire.ts';
import { Chip } from '../../shared/chip.tsx';
import { formatTime } from '../../shared/i18n.ts';
import { texts } from '../texts.ts';
import { CodeButton } from './code-button.tsx';
import { MessageDetails } from './message-details.tsx';
import { FAILURES, reasonOf, report } from './receipt.ts';
import './message.css';

interface MessageTextProps {
  message: EmulatorMessage;
  /** Whether Tab comes to its buttons: it does in one message only. */
  tabIndex: 0 | -1;
  isUnfolded: boolean;
  onUnfold: (isOpen: boolean) => void;
}

const TONES = { waiting: undefined, delivered: 'good', failed: 'bad' } as const;

/** One message: its text, its code, and what became of it. */
export function MessageText({ message, tabIndex, isUnfolded, onUnfold }: MessageTextProps) {
  const t = texts.value;
  const { receipt } = message;
  const reason = reasonOf(receipt);
  return (
    <>
      <p class="bubble">{message.content}</p>
      {message.code !== null && <CodeButton code={message.code} tabIndex={tabIndex} />}
      <div class="facts">
        <time dateTime={message.receivedAt}>{formatTime('clock', message.receivedAt)}</time>
        <Chip mono>{message.templateCode}</Chip>
        {message.parts > 1 && <Chip>{t.parts(message.parts)}</Chip>}
        <Chip class="receipt" tone={TONES[receipt.state]}>
          {t.receiptStates[receipt.state]}
        </Chip>
        {receipt.state === 'waiting' && (
          <span class="quicks">
            <button
              type="button"
              class="quick good"
              tabIndex={tabIndex}
              onClick={() => void report(message.id, 'DELIVERED')}
            >
              ✓ {t.markDelivered}
            </button>
            <button
              type="button"
              class="quick bad"
              tabIndex={tabIndex}
              onClick={() => void report(message.id, FAILURES[0]!)}
            >
              ✕ {t.markFailed}
            </button>
          </span>
        )}
      </div>
      {reason && (
        <p class="reason">
          {reason} <span class="mono">{receipt.errCode}</span>
        </p>
      )}
      <MessageDetails
        message={message}
        tabIndex={tabIndex}
        isOpen={isUnfolded}
        onToggle={onUnfold}
      />
    </>
  );
}
