import { useSignal } from '@preact/signals';
import type { RecentSend } from '../../../lib/console/console.wire.ts';
import { Chip } from '../../shared/chip.tsx';
import { formatTime } from '../../shared/i18n.ts';
import { store } from '../console.ts';
import { formatDuration, formatSendTime, titleOf } from '../names.ts';
import { said, texts } from '../texts.ts';
import { SendDetails } from './send-details.tsx';

const TONES = {
  accepted: 'good',
  refused: 'bad',
  'not-sent': 'bad',
  unknown: 'warn',
  invalid: 'bad',
} as const;

/** One send, folded. */
export function SendRow({ send }: { send: RecentSend }) {
  const t = texts.value;
  const isOpen = useSignal(false);
  const { at, outcome, instance, template, to, recipients, duration, attempts } = send;
  const code = send.aliyunCode ?? send.reason ?? send.code;
  return (
    <details
      class="send card"
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>
        <time dateTime={at} title={formatTime('full', at)}>
          {formatSendTime(at)}
        </time>
        <Chip class="outcome" tone={TONES[outcome]}>
          {t.outcomes[outcome]}
        </Chip>
        <span class="about">
          <bdi class="who">
            {titleOf(store.instance(instance) ?? { title: '', name: instance })}
          </bdi>
          <span class="mono muted">{template ?? t.noTemplate}</span>
        </span>
        <span class="mono to">
          {to}
          {recipients > 1 && <Chip>{t.inAll(recipients)}</Chip>}
        </span>
        <span class="took muted">
          {formatDuration(duration)}
          {attempts > 1 && ` · ${t.attempts(attempts)}`}
        </span>
        {outcome !== 'accepted' && (
          <span class="why">
            {code !== undefined && <code>{code}</code>} {said(send.remedy) || said(send.text)}
          </span>
        )}
      </summary>
      {isOpen.value && <SendDetails send={send} />}
    </details>
  );
}
