import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../shared/button.tsx';
import { count } from '../../shared/i18n.ts';
import { callErrorOf, type CallError } from '../call.ts';
import { CallProblem } from '../problem.tsx';
import { texts } from '../texts.ts';
import { FilterBar } from './filter-bar.tsx';
import { SendRow } from './send-row.tsx';
import { answer, filters, isFiltered, next, restart, showOlder, shown } from './sends.ts';

/** The last sends, live. */
export function SendsView() {
  const t = texts.value;
  const { value } = answer;
  const asked = JSON.stringify(filters.value);
  useEffect(() => {
    void restart();
  }, [asked]);
  return (
    <section aria-label={t.views.sends}>
      <div class="column">
        <p class="hint">{t.sendsHint(count(value?.kept ?? 0))}</p>
        <FilterBar />
        <output class="muted" id="sends-count">
          {value && isFiltered.value && t.sendsFound(value.total)}
        </output>
        {value && shown.value.length === 0 && (
          <p class="nothing">{isFiltered.value ? t.noSendsFound : t.noSends}</p>
        )}
        <ol id="sends-list">
          {shown.value.map((send) => (
            <li key={send.id}>
              <SendRow send={send} />
            </li>
          ))}
        </ol>
        {next.value !== null && <Older />}
      </div>
    </section>
  );
}

function Older() {
  const error = useSignal<CallError | null>(null);
  const more = async () => {
    try {
      await showOlder();
      error.value = null;
    } catch (thrown) {
      error.value = callErrorOf(thrown);
    }
  };
  return (
    <div class="pager">
      {error.value && <CallProblem error={error.value} />}
      <Button onClick={() => void more()}>{texts.value.older}</Button>
    </div>
  );
}
