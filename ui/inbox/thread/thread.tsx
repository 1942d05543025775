import { signal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../shared/button.tsx';
import { Icon } from '../../shared/icon.tsx';
import { isSameDay } from '../../shared/i18n.ts';
import { VirtualList } from '../../shared/virtual-list.tsx';
import { isNarrow, showList, store } from '../inbox.ts';
import { formatPhone } from '../phone-number.ts';
import type { Item } from '../conversation.ts';
import { texts } from '../texts.ts';
import { Composer } from './composer.tsx';
import { DayAbove } from './day-above.tsx';
import { MessageText } from './message-text.tsx';
import { ReplyText } from './reply-text.tsx';
import './thread.css';

/** The messages whose details are unfolded: they stay so when they are scrolled out of sight. */
const unfolded = signal<ReadonlySet<string>>(new Set());

function setUnfolded(id: string, isOpen: boolean): void {
  const next = new Set(unfolded.value);
  if (isOpen) next.add(id);
  else next.delete(id);
  unfolded.value = next;
}

/** The phone with the messages of one number. */
export function Thread({ phoneNumber }: { phoneNumber: string }) {
  const t = texts.value;
  const items = useComputed(() => store.conversation(phoneNumber)).value;
  const active = useSignal<string | null>(null);
  return (
    <section id="thread" aria-label={t.messages}>
      {/* On a narrow page the bar with the title is away. */}
      {isNarrow.value && <h1 class="sr-only">{t.title}</h1>}
      <div class="phone">
        <header>
          <Button icon class="back" aria-label={t.back} onClick={() => showList()}>
            <Icon name="back" />
          </Button>
          <h2>{formatPhone(phoneNumber)}</h2>
        </header>
        {items.length === 0 ? (
          <p class="nothing texts">{store.search.value ? t.nothingFound : t.nothingToNumber}</p>
        ) : (
          <VirtualList
            class="texts"
            as={{ list: 'div', row: 'article' }}
            list={{ role: 'feed', 'aria-label': t.messages }}
            items={items}
            keyOf={(item) => item.id}
            active={active.value ?? items.at(-1)!.id}
            onActive={(key) => {
              active.value = key;
            }}
            estimate={150}
            gap={14}
            padding={16}
            anchor="end"
            toEnd={t.toNewest}
            row={(item, focus) => ({
              ...focus,
              class: item.kind === 'message' ? 'text' : 'text from-phone',
              'aria-label':
                item.kind === 'message'
                  ? item.message.content
                  : `${t.fromPhone} ${item.reply.content}`,
              onFocusIn: () => {
                active.value = item.id;
              },
            })}
            render={(item, focus, index) => {
              const before = items[index - 1];
              return (
                <>
                  {(!before || !isSameDay(before.at, item.at)) && <DayAbove at={item.at} />}
                  {item.kind === 'message' ? (
                    <MessageText
                      message={item.message}
                      tabIndex={focus.tabIndex}
                      isUnfolded={unfolded.value.has(item.id)}
                      onUnfold={(isOpen) => setUnfolded(item.id, isOpen)}
                    />
                  ) : (
                    <ReplyText reply={item.reply} />
                  )}
                </>
              );
            }}
          />
        )}
        <Composer phoneNumber={phoneNumber} />
        <Announcer phoneNumber={phoneNumber} newest={items.at(-1)} />
      </div>
    </section>
  );
}

/** Reads out a message that arrives; a list that is scrolled must not be read out. */
function Announcer({ phoneNumber, newest }: { phoneNumber: string; newest: Item | undefined }) {
  const first = useRef(newest?.id);
  useEffect(() => {
    first.current ??= newest?.id;
  }, [newest?.id]);
  const isNew = newest?.kind === 'message' && newest.id !== first.current;
  return (
    <p class="sr-only" aria-live="polite">
      {isNew ? texts.value.arrived(formatPhone(phoneNumber), newest.message.content) : ''}
    </p>
  );
}
