import { resolve } from 'node:path';
import { fingerprint } from './fingerprint.js';
import { elementNames } from './sub-folders.js';
import { watchPlan } from './watch-plan.js';
import { WatchedFolders, type WatchFolder } from './watched-folders.js';

/** Quiet time after which the files of an element are taken for settled. */
const SETTLE_MS = 100;

/** Time after which a folder that could not be watched is tried again. */
const RETRY_MS = 1_000;

export interface ElementHandlers {
  /** The files of this element were added, changed or removed. */
  onChange(name: string): void;
  /** Something cannot be watched; the rest still is. */
  onError(error: Error): void;
}

/** Tells which elements of a directory differ from what was last told. */
export class ElementsWatcher {
  private readonly directory: string;
  private readonly folders: WatchedFolders;
  /** Fingerprints by name. */
  private readonly told = new Map<string, string>();
  private readonly settling = new Map<string, NodeJS.Timeout>();
  private following: NodeJS.Immediate | undefined;
  private retrying: NodeJS.Timeout | undefined;

  constructor(
    directory: string,
    private readonly handlers: ElementHandlers,
    watchFolder?: WatchFolder,
  ) {
    this.directory = resolve(directory);
    this.folders = new WatchedFolders(
      {
        onEvent: (names) => this.onEvent(names),
        onError: (error) => handlers.onError(error),
        onRetry: () => this.followLater(),
      },
      watchFolder,
    );
    this.follow();
    // Watched first and read then, so that no change falls in between.
    for (const name of elementNames(this.directory)) this.isNews(name);
    this.stopSettling();
  }

  async close(): Promise<void> {
    this.folders.close();
    this.stopSettling();
    clearImmediate(this.following);
    clearTimeout(this.retrying);
  }

  private follow(): void {
    this.following = undefined;
    this.folders.follow(watchPlan(this.directory));
  }

  private followLater(): void {
    clearTimeout(this.retrying);
    this.retrying = setTimeout(() => this.follow(), RETRY_MS).unref();
  }

  private onEvent(names: readonly string[] | 'all'): void {
    if (names.length === 0) return;
    for (const name of names === 'all' ? this.told.keys() : names) this.settle(name);
    // Once for all events that arrive together. An element that is new is told as its folder is watched.
    // Not unref'd: an idle event loop would then wait for something else to happen first.
    this.following ??= setImmediate(() => this.follow());
  }

  private settle(name: string): void {
    const timer = this.settling.get(name);
    if (timer) timer.refresh();
    else this.settling.set(name, setTimeout(() => this.onSettled(name), SETTLE_MS).unref());
  }

  private stopSettling(): void {
    for (const timer of this.settling.values()) clearTimeout(timer);
    this.settling.clear();
  }

  private onSettled(name: string): void {
    this.settling.delete(name);
    if (!this.isNews(name)) return;
    try {
      this.handlers.onChange(name);
    } catch (error) {
      // Thrown out of a timer it would end the process.
      this.handlers.onError(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Whether the files differ from what was last told; they count as told from now on. */
  private isNews(name: string): boolean {
    const now = fingerprint(this.directory, name);
    if (now === this.told.get(name)) return false;
    if (now === undefined) this.told.delete(name);
    else this.told.set(name, now);
    return true;
  }
}
