import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../shared/button.tsx';
import { signPages, templatePages } from '../catalogue.ts';
import { store } from '../console.ts';
import { optionText } from '../names.ts';
import { go, link, place, slide, type ReviewKind } from '../place.ts';
import { texts } from '../texts.ts';
import { refreshed } from './refreshed.ts';
import { ReviewList } from './review-list.tsx';

/** The instance that was looked at last. */
const lastName = signal<string | null>(null);

/** The templates and signatures of an instance's account, with their review. */
export function TemplatesView() {
  const t = texts.value;
  const at = place.value;
  const [asked, kind, page]: [string | null, ReviewKind, number] =
    at.view === 'templates' ? [at.name, at.kind, at.page] : [null, 'templates', 1];
  const all = store.instances.value.filter(({ isAliyun }) => isAliyun);
  const find = (name: string | null) => all.find((each) => each.name === name)?.name;
  const name = find(asked) ?? find(lastName.value) ?? all[0]?.name;
  useEffect(() => {
    if (name === undefined) return;
    lastName.value = name;
    if (name !== asked) slide('templates', name, kind);
  }, [name, asked, kind]);
  if (!store.state.value) return null;
  return (
    <section aria-label={t.views.templates}>
      <div class="column">
        {name === undefined ? (
          <p class="nothing">{t.templatesEmpty}</p>
        ) : (
          <>
            <Controls name={name} kind={kind} />
            <ReviewList key={`${name}/${kind}/${page}`} name={name} kind={kind} page={page} />
          </>
        )}
      </div>
    </section>
  );
}

function Controls({ name, kind }: { name: string; kind: ReviewKind }) {
  const t = texts.value;
  return (
    <div class="controls">
      <select
        id="templates-instance"
        class="field"
        aria-label={t.instance}
        value={name}
        onChange={(event) => go('templates', event.currentTarget.value, kind)}
      >
        {store.instances.value
          .filter(({ isAliyun }) => isAliyun)
          .map((each) => (
            <option key={each.name} value={each.name}>
              {optionText(each)}
            </option>
          ))}
      </select>
      <nav class="tabs" aria-label={t.reviewKindLabel}>
        {(['templates', 'signs'] as const).map((each) => (
          <a
            key={each}
            href={link('templates', name, each)}
            aria-current={each === kind ? 'page' : undefined}
          >
            {t.reviewKinds[each]}
          </a>
        ))}
      </nav>
      <Button
        onClick={() => {
          templatePages.forget(name);
          signPages.forget(name);
          refreshed.value++;
        }}
      >
        {t.refresh}
      </Button>
    </div>
  );
}
