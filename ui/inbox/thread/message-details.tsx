import { useSignal } from '@preact/signals';
import type { EmulatorMessage } from '../../../lib/emulator/model/message.wire.ts';
import { Button } from '../../shared/button.tsx';
import { formatTime } from '../../shared/i18n.ts';
import { texts } from '../texts.ts';
import { FAILURES, failureText, report } from './receipt.ts';

interface MessageDetailsProps {
  message: EmulatorMessage;
  tabIndex: 0 | -1;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
}

export function MessageDetails({ message, tabIndex, isOpen, onToggle }: MessageDetailsProps) {
  return (
    <details open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary tabIndex={tabIndex}>{texts.value.details}</summary>
      {isOpen && (
        <>
          <Facts message={message} />
          <ReceiptActions id={message.id} />
        </>
      )}
    </details>
  );
}

function Facts({ message }: { message: EmulatorMessage }) {
  const t = texts.value;
  const { receipt } = message;
  const params = Object.entries(message.templateParam).map(([name, value]) => `${name} = ${value}`);
  const receiptText =
    receipt.reportedAt === null
      ? t.receiptStates.waiting
      : [receipt.errCode, receipt.errMsg, formatTime('full', receipt.reportedAt)]
          .filter(Boolean)
          .join(' · ');
  const rows: [label: string, value: string, isCode?: boolean][] = [
    [t.template, message.templateCode, true],
    [t.params, params.join('\n') || t.none, params.length > 0],
    [t.received, formatTime('full', message.receivedAt)],
    [t.size, t.sizeText(message.size, message.parts)],
    [t.receipt, receiptText],
    [t.requestId, message.requestId, true],
    [t.bizId, message.bizId, true],
    [t.outId, message.outId || t.none, Boolean(message.outId)],
    [t.action, message.action, true],
    [t.accessKey, message.accessKey, true],
  ];
  return (
    <dl>
      {rows.map(([label, value, isCode]) => (
        <>
          <dt>{label}</dt>
          <dd class={isCode ? 'mono' : undefined}>{value}</dd>
        </>
      ))}
    </dl>
  );
}

/** What is reported, also a second time: carriers do so. */
function ReceiptActions({ id }: { id: string }) {
  const t = texts.value;
  const reason = useSignal<string>(FAILURES[0]!);
  return (
    <div class="actions">
      <Button small class="deliver" onClick={() => void report(id, 'DELIVERED')}>
        {t.markDelivered}
      </Button>
      <Button small class="fail" onClick={() => void report(id, reason.value)}>
        {t.markFailed}
      </Button>
      <select
        class="field"
        aria-label={t.failWith}
        value={reason.value}
        onChange={(event) => {
          reason.value = event.currentTarget.value;
        }}
      >
        {FAILURES.map((code) => (
          <option key={code} value={code}>
            {`${failureText(code)} (${code})`}
          </option>
        ))}
      </select>
    </div>
  );
}
