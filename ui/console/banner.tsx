import { Button } from '../shared/button.tsx';
import { connection } from './call.ts';
import { refresh } from './console.ts';
import { texts } from './texts.ts';

/** Says that the application is away, or that it wants the reader to sign in. */
export function Banner() {
  const t = texts.value;
  const { state, error } = connection.value;
  const isSignIn = error?.status === 401;
  return (
    <div id="banner" role="alert" hidden={state !== 'lost' && state !== 'denied'}>
      {state === 'lost' && (
        <p>
          <b>{t.lostTitle}</b> {t.lostText}
        </p>
      )}
      {state === 'denied' && (
        <p>
          <b>{isSignIn ? t.signInTitle : t.forbiddenTitle}</b> {error?.error.message}
        </p>
      )}
      {(state === 'lost' || state === 'denied') && (
        <Button small onClick={() => (isSignIn ? location.reload() : void refresh())}>
          {isSignIn ? t.reload : t.retry}
        </Button>
      )}
    </div>
  );
}

/** The chip beside the title. */
export function Live() {
  const { state } = connection.value;
  const tone = { starting: '', live: 'good', lost: 'bad', denied: 'bad' } as const;
  return (
    <output id="live" class={`chip live ${tone[state]}`}>
      <span class="words">{texts.value.connections[state]}</span>
    </output>
  );
}
