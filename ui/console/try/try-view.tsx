import { useEffect } from 'preact/hooks';
import { store } from '../console.ts';
import { place, slide } from '../place.ts';
import { texts } from '../texts.ts';
import { Preview } from './preview.tsx';
import { attempt, openAttempt } from './try.ts';
import { TryForm } from './try-form.tsx';

/** The view in which a message is tried out. */
export function TryView() {
  const t = texts.value;
  const at = place.value;
  const [asked, template] = at.view === 'try' ? [at.name, at.template] : [null, null];
  const name =
    store.instance(asked)?.name ??
    store.instance(attempt.value.instance)?.name ??
    store.instances.value[0]?.name;
  useEffect(() => {
    if (name === undefined) return;
    if (name === asked) openAttempt(name, template);
    else slide('try', name, asked === null ? attempt.value.template : template);
  }, [name, asked, template]);
  if (!store.state.value) return null;
  return (
    <section aria-label={t.views.try}>
      {name === undefined ? (
        <p class="nothing">{t.tryEmpty}</p>
      ) : (
        attempt.value.instance === name && (
          <div class="bench">
            <TryForm key={name} name={name} />
            <Preview />
          </div>
        )
      )}
    </section>
  );
}
