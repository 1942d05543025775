import { signal } from '@preact/signals';
import type { EmulatorEvent } from '../../../lib/emulator/model/event.wire.ts';
import { coalesce } from '../../shared/coalesce.ts';
import { api } from '../api.ts';

export const TABS = ['faults', 'magic', 'receipts', 'reviews'] as const;
export type ToolTab = (typeof TABS)[number];

export const isPanelOpen = signal(false);
export const selectedTab = signal<ToolTab>('faults');

/** What a response of the emulator was when it was last asked; `undefined` before. */
function resource<T>(fetch: () => Promise<T>) {
  const value = signal<T | undefined>(undefined);
  const refresh = coalesce(async () => {
    const fetched = await fetch().catch(() => undefined);
    // The stream says when the emulator is there again; what is known stays until then.
    if (fetched !== undefined) value.value = fetched;
  });
  return { value, refresh: () => void refresh() };
}

export const faults = resource(api.faults);
export const magicNumbers = resource(api.magicNumbers);
export const pushes = resource(api.pushes);
export const clock = resource(api.clock);
export const health = resource(api.health);
export const signs = resource(api.signs);
export const templates = resource(api.templates);

const SHOWN = {
  faults: [faults],
  magic: [magicNumbers],
  receipts: [pushes, clock, health],
  reviews: [signs, templates],
} satisfies Record<ToolTab, unknown>;

const CHANGED = {
  faults: 'faults',
  push: 'receipts',
  clock: 'receipts',
  signs: 'reviews',
  templates: 'reviews',
} as const satisfies Partial<Record<EmulatorEvent['type'], ToolTab>>;

const isAboutTools = (type: EmulatorEvent['type']): type is keyof typeof CHANGED =>
  Object.hasOwn(CHANGED, type);

function refreshTab(): void {
  for (const each of SHOWN[selectedTab.value]) each.refresh();
}

/** Asks again for what the open tab shows, where it has changed. */
export function refreshTools(events: readonly EmulatorEvent[] | 'all'): void {
  if (!isPanelOpen.value) return;
  const isChanged =
    events === 'all' ||
    events.some(({ type }) => isAboutTools(type) && CHANGED[type] === selectedTab.value);
  if (isChanged) refreshTab();
}

export function selectTab(tab: ToolTab): void {
  selectedTab.value = tab;
  refreshTab();
}

export function togglePanel(open = !isPanelOpen.value): void {
  isPanelOpen.value = open;
  if (open) refreshTab();
  else document.getElementById('panel-button')?.focus();
}
