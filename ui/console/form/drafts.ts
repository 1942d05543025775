import { computed, signal } from '@preact/signals';
import type { InstanceAnswer } from '../../../lib/console/console.wire.ts';
import type { CallError } from '../call.ts';
import type { ConsoleStore } from '../store.ts';
import { rawValues, type RawValues } from './form-values.ts';
import type { FieldIssues } from './issues.ts';

/** What a reader can change. */
export interface DraftContent {
  readonly type: string;
  readonly name: string;
  readonly title: string;
  /** What stands in the inputs. */
  readonly values: RawValues;
  /** Secrets that are removed when the draft is saved. */
  readonly removed: readonly string[];
}

/** An instance that is being written. */
export interface Draft extends DraftContent {
  readonly key: string;
  readonly isNew: boolean;
  /** The instance that it is a copy of. */
  readonly source: string | null;
  /** What it began from, and that instance's version. */
  readonly pristine: DraftContent;
  readonly base: string;
  readonly version: string | null;
  readonly config: Readonly<Record<string, unknown>>;
  readonly secrets: readonly string[];
  readonly maskedKey: string;
  /** Somebody else has changed the instance: the reader decides. */
  readonly isStale: boolean;
  readonly isSaving: boolean;
  readonly issues: FieldIssues;
  readonly error: CallError | null;
}

/** The forms that an address can show. */
export type DraftPlace =
  | { readonly isNew: true; readonly source: string | null }
  | { readonly isNew: false; readonly name: string };

/** What is being written into forms: it outlives another view, and an application that is away. */
export class Drafts {
  readonly #drafts = signal<ReadonlyMap<string, Draft>>(new Map());
  readonly dirty = computed(() => [...this.#drafts.value.values()].filter(isDirty));

  constructor(readonly store: ConsoleStore) {}

  /** The draft of a place, `null` where the instance is not there. */
  at(place: DraftPlace): Draft | null {
    const old = this.#drafts.value.get(keyOf(place));
    const of = this.store.instance(place.isNew ? place.source : place.name);
    if (old && (isDirty(old) || old.isSaving)) {
      return old.isNew ? old : { ...old, isStale: !of || baseOf(of) !== old.base };
    }
    if (!of && !(place.isNew && place.source === null)) return null;
    if (old && old.base === baseOf(of)) return old;
    return place.isNew ? this.#newDraft(place, of) : this.#editDraft(place, of!);
  }

  change(draft: Draft, change: Partial<Draft>): void {
    const last = this.#drafts.value.get(draft.key) ?? draft;
    this.#drafts.value = new Map(this.#drafts.value).set(draft.key, { ...last, ...change });
  }

  changeType(draft: Draft, type: string): void {
    const fields = this.store.type(type)?.fields ?? [];
    this.change(draft, { type, values: { ...rawValues(fields, {}), ...draft.values }, issues: {} });
  }

  /** Keeps what the reader has changed, on top of what somebody else has saved meanwhile. */
  rebase(draft: Draft): void {
    const of = this.store.instance(draft.name);
    if (!of) return;
    const fresh = this.#editDraft({ isNew: false, name: draft.name }, of);
    const { pristine } = draft;
    const values = Object.entries(fresh.values).map(([name, value]) => {
      const own = draft.values[name] ?? '';
      return [name, own === (pristine.values[name] ?? '') ? value : own];
    });
    this.change(draft, {
      ...fresh,
      title: draft.title === pristine.title ? fresh.title : draft.title,
      values: Object.fromEntries(values) as RawValues,
      removed: draft.removed,
    });
  }

  hasEdits(name: string): boolean {
    const draft = this.#drafts.value.get(keyOf({ isNew: false, name }));
    return draft !== undefined && isDirty(draft);
  }

  discard(key: string): void {
    const rest = new Map(this.#drafts.value);
    rest.delete(key);
    this.#drafts.value = rest;
  }

  discardEdits(name: string): void {
    this.discard(keyOf({ isNew: false, name }));
  }

  #editDraft(place: DraftPlace, instance: InstanceAnswer): Draft {
    const { type, name, title, config, secrets } = instance;
    const fields = this.store.type(type)?.fields ?? [];
    const content: DraftContent = {
      type,
      name,
      title: title === name ? '' : title,
      values: rawValues(fields, config),
      removed: [],
    };
    return { ...draftOf(keyOf(place), instance, content), isNew: false, config, secrets };
  }

  #newDraft(place: DraftPlace & { isNew: true }, source: InstanceAnswer | undefined): Draft {
    const type = source?.type ?? this.store.state.value?.types[0]?.name ?? '';
    const fields = this.store.type(type)?.fields ?? [];
    const name = source ? this.#freeName(source.name) : '';
    const content: DraftContent = {
      type,
      name,
      title: source && source.title !== source.name ? this.#freeTitle(source.title) : '',
      values: rawValues(fields, source?.config ?? {}),
      removed: [],
    };
    const draft = draftOf(keyOf(place), source, content);
    return { ...draft, source: source?.name ?? null, config: source?.config ?? {} };
  }

  #freeName(name: string): string {
    const stem = name.replace(/-\d+$/, '');
    return firstFree(
      (n) => `${stem}-${n}`,
      (each) => this.store.instance(each) !== undefined,
    );
  }

  #freeTitle(title: string): string {
    const stem = title.replace(/ \d+$/, '');
    const titles = new Set(this.store.instances.value.map((each) => each.title));
    return firstFree(
      (n) => `${stem} ${n}`,
      (each) => titles.has(each),
    );
  }
}

export function isDirty(draft: Draft): boolean {
  return contentOf(draft) !== contentOf(draft.pristine);
}

function firstFree(make: (n: number) => string, isTaken: (text: string) => boolean): string {
  for (let n = 2; ; n++) if (!isTaken(make(n))) return make(n);
}

function keyOf(place: DraftPlace): string {
  return place.isNew ? `new/${place.source ?? ''}` : `edit/${place.name}`;
}

function contentOf({ type, name, title, values, removed }: DraftContent): string {
  return JSON.stringify([type, name, title, values, removed]);
}

function baseOf(instance: InstanceAnswer | undefined): string {
  if (!instance) return '';
  const { type, title, config, secrets, editable, version } = instance;
  return JSON.stringify([type, title, config, secrets, editable, version]);
}

function draftOf(key: string, from: InstanceAnswer | undefined, content: DraftContent): Draft {
  return {
    ...content,
    key,
    isNew: true,
    source: null,
    pristine: content,
    base: baseOf(from),
    version: from?.version ?? null,
    config: {},
    secrets: [],
    maskedKey: from?.key ?? '',
    isStale: false,
    isSaving: false,
    issues: {},
    error: null,
  };
}
