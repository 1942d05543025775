import { Button } from '../../shared/button.tsx';
import { Chip } from '../../shared/chip.tsx';
import { copyText } from '../../shared/clipboard.ts';
import { sharedTexts } from '../../shared/texts.ts';
import { showToast } from '../../shared/toast.tsx';
import type { SentAnswer } from '../../../lib/console/console.wire.ts';
import type { CallError } from '../call.ts';
import { link } from '../place.ts';
import { CallProblem } from '../problem.tsx';
import { texts } from '../texts.ts';
import { Deliveries } from './deliveries.tsx';
import { sendStateOf, type Outcome } from './outcome.ts';
import { outcome } from './try.ts';

/** What became of the message. */
export function OutcomeView() {
  const { value } = outcome;
  if (value?.result) return <Success outcome={value} result={value.result} />;
  if (value?.error) return <Failure outcome={value} error={value.error} />;
  return null;
}

const IDS = ['bizId', 'requestId', 'outId'] as const;

function Success({ outcome: sent, result }: { outcome: Outcome; result: SentAnswer }) {
  const t = texts.value;
  const code = [...new Set([result.code, result.message])].filter(Boolean).join(' · ');
  return (
    <section class="result" aria-label={t.accepted}>
      <output class="headline">
        <Chip tone="good">{t.accepted}</Chip>{' '}
        {result.destination?.kind === 'emulator' ? t.emulatorText : t.acceptedText}
      </output>
      <dl class="pairs">
        <dt>{t.code}</dt>
        <dd class="mono">{code}</dd>
        {IDS.map((name) => {
          const id = result[name];
          return (
            id && [
              <dt key={`${name}-title`}>{t.ids[name]}</dt>,
              <Id key={name} name={name} id={id} />,
            ]
          );
        })}
      </dl>
      {result.links.map(({ phone, url }) => (
        <p key={url}>
          <a href={url} target="_blank" rel="noreferrer">
            {t.seeInInbox(phone)}
          </a>
        </p>
      ))}
      {result.outId && <Deliveries outcome={sent} outId={result.outId} />}
    </section>
  );
}

function Id({ name, id }: { name: (typeof IDS)[number]; id: string }) {
  const t = texts.value;
  return (
    <dd class="mono with">
      <span>{id}</span>
      <Button
        small
        aria-label={t.copyThis(t.ids[name])}
        onClick={() => void copyText(id).then(() => showToast(sharedTexts.value.copied))}
      >
        {t.copy}
      </Button>
    </dd>
  );
}

function Failure({ outcome: sent, error }: { outcome: Outcome; error: CallError }) {
  const t = texts.value;
  const state = sendStateOf(error);
  const { outId } = error.error;
  return (
    <CallProblem error={error} outcome={t.sendStates[state]}>
      {state === 'unknown' && outId && <Deliveries outcome={sent} outId={outId} />}
      {state === 'lost' && (
        <p>
          <a href={link('sends')}>{t.lookAtSends}</a>
        </p>
      )}
    </CallProblem>
  );
}
