import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import { isInField, useShortcuts } from '../shared/shortcuts.ts';
import { Toasts } from '../shared/toast.tsx';
import { KeyBar, TopBar } from '../shared/top-bar.tsx';
import { ClearQuestion } from './clear-question.tsx';
import { copyNewestCode } from './copy-code.ts';
import { FirstMessage } from './first-message.tsx';
import { connection, isNarrow, openNumber, search, showList, step, store } from './inbox.ts';
import { NumberList } from './numbers/number-list.tsx';
import { Panel } from './panel/panel.tsx';
import { isPanelOpen, togglePanel } from './panel/tools.ts';
import { texts } from './texts.ts';
import { Thread } from './thread/thread.tsx';

export function App() {
  const t = texts.value;
  const searchField = useRef<HTMLInputElement>(null);
  const isAsked = useSignal(false);
  const isEmpty = store.isEmpty.value;
  const open = openNumber.value;
  useShortcuts({
    '/': () => searchField.current?.focus(),
    j: () => step(1),
    k: () => step(-1),
    c: () => void copyNewestCode(),
    r: () => document.getElementById('reply')?.focus(),
    t: () => togglePanel(),
  });
  useEscape();
  return (
    <>
      <TopBar
        title={t.title}
        status={<Live />}
        tools={
          <>
            <Button
              id="panel-button"
              aria-expanded={isPanelOpen.value}
              aria-controls="panel"
              onClick={() => togglePanel()}
            >
              {t.tools}
            </Button>
            <Button
              disabled={isEmpty}
              onClick={() => {
                isAsked.value = true;
              }}
            >
              {t.clear}
            </Button>
          </>
        }
      >
        <input
          id="search"
          class="field"
          type="search"
          autocomplete="off"
          ref={searchField}
          aria-label={t.search}
          placeholder={t.search}
          value={store.search.value}
          onInput={(event) => search(event.currentTarget.value)}
        />
      </TopBar>
      <main
        id="content"
        tabIndex={-1}
        data-view={isEmpty ? 'empty' : open === null ? 'list' : 'thread'}
        data-panel={isPanelOpen.value}
      >
        {connection.health.value && (
          <>
            {!isEmpty && !(isNarrow.value && open !== null) && <NumberList />}
            {isEmpty ? <FirstMessage /> : <ThreadPlace open={open} />}
          </>
        )}
        <Panel />
      </main>
      <KeyBar
        keys={[
          ['/', t.keys.search],
          ['j', t.keys.next],
          ['k', t.keys.previous],
          ['c', t.keys.copy],
          ['r', t.keys.reply],
          ['t', t.keys.tools],
          ['Esc', t.keys.back],
        ]}
      />
      {isAsked.value && (
        <ClearQuestion
          onClose={() => {
            isAsked.value = false;
          }}
        />
      )}
      <Toasts />
    </>
  );
}

function ThreadPlace({ open }: { open: string | null }) {
  if (open !== null) return <Thread key={open} phoneNumber={open} />;
  if (isNarrow.value) return null;
  const t = texts.value;
  return <p class="nothing">{store.search.value ? t.nothingFound : t.choose}</p>;
}

function Live() {
  const state = connection.state.value;
  const tone = { connecting: '', live: 'good', lost: 'bad' } as const;
  return (
    <output id="live" class={`chip live ${tone[state]}`}>
      <span class="words">{texts.value[state]}</span>
    </output>
  );
}

/** Esc goes one step back: out of the panel, the search, a field, the number. */
function useEscape(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
      const { activeElement } = document;
      if (isPanelOpen.value) togglePanel(false);
      else if (activeElement?.id === 'search' && store.search.value) {
        event.preventDefault();
        search('');
      } else if (activeElement instanceof HTMLElement && isInField(activeElement)) {
        activeElement.blur();
      } else if (isNarrow.value) showList();
      else document.querySelector<HTMLElement>('.number[tabindex="0"]')?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
