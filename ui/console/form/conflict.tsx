import { Button } from '../../shared/button.tsx';
import { drafts, store } from '../console.ts';
import { said, texts } from '../texts.ts';
import type { Draft } from './drafts.ts';
import { changesOf } from './changes.ts';

/** Somebody else has changed the instance: both versions, and what can be done. */
export function Conflict({ draft }: { draft: Draft }) {
  const t = texts.value;
  const now = store.instance(draft.name);
  const type = store.type(draft.type);
  if (!now) {
    return (
      <div class="problem" role="alert">
        <p class="headline">{t.gone(draft.name)}</p>
      </div>
    );
  }
  const titleOf = (name: string) =>
    name === 'title'
      ? t.instanceTitle
      : said(type?.fields.find((field) => field.name === name)?.title) || name;
  const changes = changesOf(draft, now, type?.fields ?? []);
  return (
    <div class="problem conflict" role="alert">
      <p class="headline">{t.conflict.title}</p>
      {changes.length > 0 && (
        <table>
          <caption class="sr-only">{t.conflict.both}</caption>
          <thead>
            <tr>
              <th scope="col">{t.conflict.field}</th>
              <th scope="col">{t.conflict.mine}</th>
              <th scope="col">{t.conflict.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ name, mine, theirs, isMine, isTheirs }) => (
              <tr key={name}>
                <th scope="row">{titleOf(name)}</th>
                <td class={isMine ? 'changed' : undefined}>{mine || t.notSet}</td>
                <td class={isTheirs ? 'changed' : undefined}>{theirs || t.notSet}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>{t.conflict.hint}</p>
      <div class="actions">
        <Button small onClick={() => drafts.rebase(draft)}>
          {t.conflict.keepMine}
        </Button>
        <Button small onClick={() => drafts.discard(draft.key)}>
          {t.conflict.takeTheirs}
        </Button>
      </div>
    </div>
  );
}
