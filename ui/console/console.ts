import { computed, effect, untracked } from '@preact/signals';
import { matchesMedia } from '../shared/media.ts';
import { api } from './api.ts';
import { Drafts } from './form/drafts.ts';
import { Health } from './instances/health.ts';
import { place, slide } from './place.ts';
import { poll } from './poll.ts';
import { pollSends } from './sends/sends.ts';
import { ConsoleStore } from './store.ts';
import { texts } from './texts.ts';

const EVERY = 4_000;

export const store = new ConsoleStore(api.state);
export const drafts = new Drafts(store);
export const health = new Health(api.health);

/** On a narrow page there is place for the list or for one instance. */
export const isNarrow = matchesMedia('(max-width: 760px)');

/** Whether the right side of the instances has something of its own to show. */
export const isDetailOpen = computed(() => {
  const at = place.value;
  if (at.view !== 'instances') return false;
  return at.isNew || at.name !== null || store.instances.value.length === 0;
});

export const refresh = poll(EVERY, () => store.load());

/** Follows the application, the title, and warns before a draft is lost. */
export function startConsole(): void {
  effect(() => {
    if (!store.state.value) return;
    // Beside the list there is room for one instance: the first, until the reader chooses.
    const first = untracked(() => store.instances.value[0]);
    if (first && !isNarrow.value && untracked(() => location.hash.length < 2)) {
      slide('instances', first.name);
    }
  });
  effect(() => {
    const { title, views } = texts.value;
    document.title = `${views[place.value.view]} · ${title}`;
  });
  effect(() => {
    if (place.value.view === 'sends') void pollSends();
  });
  addEventListener('beforeunload', (event) => {
    if (drafts.dirty.value.length > 0) event.preventDefault();
  });
  void refresh();
}
