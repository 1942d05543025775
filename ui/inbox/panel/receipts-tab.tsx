import { signal } from '@preact/signals';
import type { Push } from '../../../lib/emulator/model/push.wire.ts';
import { Button } from '../../shared/button.tsx';
import { Chip } from '../../shared/chip.tsx';
import { Field } from '../../shared/field.tsx';
import { formatTime } from '../../shared/i18n.ts';
import { ProblemNote, problemText } from '../../shared/problem.tsx';
import { problemOf, type Problem } from '../../shared/request.ts';
import { showToast } from '../../shared/toast.tsx';
import { api } from '../api.ts';
import { texts } from '../texts.ts';
import { clock, health, pushes } from './tools.ts';

const MINUTE_MS = 60_000;
const MINUTES = [1, 5, 10];
const HOURS = [1, 24];
const SHOWN = 50;

const TONES = { pending: undefined, accepted: 'good', retrying: 'warn', dropped: 'bad' } as const;

/** The address as it is being written; `undefined` where it is the emulator's. */
const draft = signal<string | undefined>(undefined);
const problem = signal<Problem | null>(null);

async function save(event: Event): Promise<void> {
  event.preventDefault();
  try {
    await api.setPushUrl((draft.value ?? savedUrl()).trim());
    pushes.refresh();
    draft.value = undefined;
    problem.value = null;
    showToast(texts.value.saved);
  } catch (error) {
    problem.value = problemOf(error);
  }
}

const savedUrl = () => pushes.value.value?.urls.SmsReport ?? '';

async function attempt(action: Promise<unknown>): Promise<void> {
  try {
    await action;
  } catch (error) {
    showToast(problemText(problemOf(error)));
  }
}

export function ReceiptsTab() {
  const t = texts.value;
  const list = pushes.value.value?.pushes ?? [];
  const now = clock.value.value?.now;
  return (
    <>
      <form class="stack" onSubmit={(event) => void save(event)}>
        <Field label={t.url} hint={t.urlHint}>
          {(control) => (
            <input
              {...control}
              class="field mono"
              type="url"
              placeholder="http://127.0.0.1:3000/sms/receipts"
              value={draft.value ?? savedUrl()}
              onInput={(event) => {
                draft.value = event.currentTarget.value;
              }}
            />
          )}
        </Field>
        <ProblemNote problem={problem.value} />
        <Button type="submit" kind="primary">
          {t.save}
        </Button>
      </form>
      <h2>{t.clock}</h2>
      <p class="hint">
        {now && <time dateTime={now}>{formatTime('full', now)}</time>} {t.clockHint}
      </p>
      <div class="steps">
        {MINUTES.map((n) => (
          <Button key={n} small onClick={() => void attempt(api.advanceClock(n * MINUTE_MS))}>
            {t.minutes(n)}
          </Button>
        ))}
        {HOURS.map((n) => (
          <Button key={n} small onClick={() => void attempt(api.advanceClock(n * 60 * MINUTE_MS))}>
            {t.hours(n)}
          </Button>
        ))}
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={health.value.value?.flowControl ?? false}
          onChange={(event) =>
            void attempt(api.setFlowControl(event.currentTarget.checked).finally(health.refresh))
          }
        />
        {t.flowControl}
      </label>
      <h2>{t.pushes}</h2>
      {list.length === 0 ? (
        <p class="hint">{t.noPushes}</p>
      ) : (
        <ul class="rows">
          {list.slice(0, SHOWN).map((push) => (
            <PushRow key={push.id} push={push} />
          ))}
        </ul>
      )}
    </>
  );
}

function PushRow({ push }: { push: Push }) {
  const t = texts.value;
  const last = push.attempts.at(-1);
  return (
    <li>
      <div class="main">
        <span>{t.pushKinds[push.kind]}</span>
        <p>
          {[t.attempts(push.attempts.length), last && formatTime('clock', last.at), last?.error]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <Chip tone={TONES[push.state]}>{t.pushStates[push.state]}</Chip>
    </li>
  );
}
