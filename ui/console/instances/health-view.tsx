import { useEffect } from 'preact/hooks';
import { Button } from '../../shared/button.tsx';
import { Chip } from '../../shared/chip.tsx';
import { health } from '../console.ts';
import { errorText, ErrorProblem } from '../problem.tsx';
import { texts } from '../texts.ts';
import type { HealthState } from './health.ts';

/** Rows that are passed on the way through a long list are not asked for. */
const DWELL_MS = 250;

const TONES = { asking: undefined, up: 'good', down: 'bad', failed: 'bad' } as const;

function useHealth(name: string): HealthState {
  useEffect(() => {
    const timer = setTimeout(() => health.ensure(name), DWELL_MS);
    return () => clearTimeout(timer);
  }, [name]);
  return health.of(name);
}

/** For a list: the state, and why it is not available. */
export function HealthLine({ name }: { name: string }) {
  const state = useHealth(name);
  return (
    <span class="health">
      <Chip class="live" tone={TONES[state.status]}>
        {texts.value.healthStates[state.status]}
      </Chip>
      {state.status === 'down' && <span class="reason">{errorText(state)}</span>}
    </span>
  );
}

/** All that is known, and a way to ask again. */
export function HealthCard({ name }: { name: string }) {
  const t = texts.value;
  const state = useHealth(name);
  const note =
    state.status === 'up' ? state.note : state.status === 'failed' && errorText(state.error.error);
  return (
    <section class="card health-card" aria-label={t.health}>
      <div class="line">
        <Chip class="live" tone={TONES[state.status]}>
          {t.healthStates[state.status]}
        </Chip>
        <span class="muted note">{note}</span>
        <Button small disabled={state.status === 'asking'} onClick={() => health.ask(name)}>
          {t.askAgain}
        </Button>
      </div>
      {state.status === 'down' && <ErrorProblem error={state} />}
    </section>
  );
}
