import { resolve } from 'node:path';
import { elementNames } from './element-names.js';
import { fingerprint } from './element-version.js';
import { WatchedFolders, type WatchFolder, watchPlan } from './watched-folders.js';

/** The files of an element count as complete after so many milliseconds without an event. */
const SETTLE_MS = 100;

/** Milliseconds until a folder that could not be watched is tried again. */
const RETRY_MS = 1_000;

interface ElementHandlers {
  /** The files of this element were added, changed or removed. */
  onChange(name: string): void;
  /** Something cannot be watched. Everything else still is. */
  onError(error: Error): void;
}

/**
 * Watches a directory of elements, which need not exist yet. Reports the name of each element whose files were
 * added, changed or removed, once they are complete. `readElement` may refuse such a name.
 */
export class ElementsWatcher {
  readonly #directory: string;
  readonly #handlers: ElementHandlers;
  readonly #folders: WatchedFolders;
  /** What was last reported: fingerprints by name. */
  readonly #reported = new Map<string, string>();
  readonly #settling = new Map<string, NodeJS.Timeout>();
  #follow: NodeJS.Immediate | undefined;
  #retry: NodeJS.Timeout | undefined;

  constructor(directory: string, handlers: ElementHandlers, watchFolder?: WatchFolder) {
    this.#directory = resolve(directory);
    this.#handlers = handlers;
    this.#folders = new WatchedFolders(
      {
        onEvent: (names) => this.#onEvent(names),
        onError: (error) => handlers.onError(error),
        onRetry: () => this.#followLater(),
      },
      watchFolder,
    );
    this.#followNow();
    // Read after the folders are watched, so that no change is missed in between.
    for (const name of elementNames(this.#directory)) this.#hasChanged(name);
    this.#stopSettling();
  }

  close(): void {
    this.#folders.close();
    this.#stopSettling();
    clearImmediate(this.#follow);
    clearTimeout(this.#retry);
  }

  #followNow(): void {
    this.#follow = undefined;
    this.#folders.follow(watchPlan(this.#directory));
  }

  #followLater(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#followNow(), RETRY_MS).unref();
  }

  #onEvent(names: readonly string[] | 'all'): void {
    if (names.length === 0) return;
    for (const name of names === 'all' ? this.#reported.keys() : names) this.#settle(name);
    // Once for all events that arrive together. A new element is reported because its folder becomes watched.
    // Without unref: an idle event loop would otherwise wait for some other event first.
    this.#follow ??= setImmediate(() => this.#followNow());
  }

  #settle(name: string): void {
    const timer = this.#settling.get(name);
    if (timer) timer.refresh();
    else this.#settling.set(name, setTimeout(() => this.#onSettled(name), SETTLE_MS).unref());
  }

  #stopSettling(): void {
    for (const timer of this.#settling.values()) clearTimeout(timer);
    this.#settling.clear();
  }

  #onSettled(name: string): void {
    this.#settling.delete(name);
    if (!this.#hasChanged(name)) return;
    try {
      this.#handlers.onChange(name);
    } catch (error) {
      // An error that leaves a timer would end the process.
      this.#handlers.onError(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Whether the files differ from what was last reported. They count as reported from now on. */
  #hasChanged(name: string): boolean {
    const now = fingerprint(this.#directory, name);
    if (now === this.#reported.get(name)) return false;
    if (now === undefined) this.#reported.delete(name);
    else this.#reported.set(name, now);
    return true;
  }
}
