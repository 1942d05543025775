import { useSignal, useSignalEffect } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import type { SignsAnswer, TemplatesAnswer } from '../../../lib/console/console.wire.ts';
import { Button } from '../../shared/button.tsx';
import { callErrorOf, type CallError } from '../call.ts';
import { signPages, templatePages } from '../catalogue.ts';
import { go, type ReviewKind } from '../place.ts';
import { CallProblem } from '../problem.tsx';
import { texts } from '../texts.ts';
import { refreshed } from './refreshed.ts';
import { SignCard, TemplateCard } from './review-card.tsx';

interface ReviewListProps {
  name: string;
  kind: ReviewKind;
  page: number;
}

/** One page of templates or of signatures. */
export function ReviewList({ name, kind, page }: ReviewListProps) {
  const t = texts.value;
  const answer = useSignal<TemplatesAnswer | SignsAnswer | null>(null);
  const error = useSignal<CallError | null>(null);
  const load = useCallback(async () => {
    error.value = null;
    try {
      answer.value = await (kind === 'signs' ? signPages : templatePages).get(name, page);
    } catch (thrown) {
      error.value = callErrorOf(thrown);
    }
  }, [answer, error, kind, name, page]);
  useSignalEffect(() => {
    void refreshed.value;
    answer.value = null;
    void load();
  });
  return (
    <div id="reviews" aria-live="polite">
      {error.value && <CallProblem error={error.value} retry={() => void load()} />}
      {!answer.value && !error.value && <p class="nothing">{t.loading}</p>}
      {answer.value && <Cards answer={answer.value} name={name} />}
      {answer.value && (
        <Pager answer={answer.value} onPage={(to) => go('templates', name, kind, String(to))} />
      )}
    </div>
  );
}

function Cards({ answer, name }: { answer: TemplatesAnswer | SignsAnswer; name: string }) {
  const t = texts.value;
  const cards =
    'signs' in answer
      ? answer.signs.map((sign) => <SignCard key={sign.name} sign={sign} />)
      : answer.templates.map((template) => (
          <TemplateCard key={template.code} template={template} instance={name} />
        ));
  if (cards.length > 0) return <ul class="reviews">{cards}</ul>;
  return <p class="nothing">{'signs' in answer ? t.noSigns : t.noTemplates}</p>;
}

interface PagerProps {
  answer: TemplatesAnswer | SignsAnswer;
  onPage: (page: number) => void;
}

function Pager({ answer: { total, page, pageSize }, onPage }: PagerProps) {
  const t = texts.value;
  const last = Math.ceil(total / pageSize);
  if (last <= 1) return null;
  return (
    <nav class="pager" aria-label={t.pages}>
      <Button small disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {t.previous}
      </Button>
      <span class="muted">{t.pageOf(page, last, total)}</span>
      <Button small disabled={page >= last} onClick={() => onPage(page + 1)}>
        {t.next}
      </Button>
    </nav>
  );
}
