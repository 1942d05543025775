import { type FSWatcher, statSync, watch } from 'node:fs';
import { errorCode } from './error-code.js';
import type { Concern } from './watch-plan.js';

/** How a folder is watched: `fs.watch`, except in the specs of its failures. */
export type WatchFolder = (
  path: string,
  options: { persistent: false },
  listener: (event: string, file: string | null) => void,
) => FSWatcher;

export interface FolderEvents {
  /** Something happened in a folder, or it is watched from now on. */
  onEvent(names: readonly string[] | 'all'): void;
  /** A folder that is there cannot be watched, or no longer. Told once until it succeeds. */
  onError(error: Error): void;
  /** A folder was not watched that should be: follow the plan again after a while. */
  onRetry(): void;
}

interface Post {
  watcher: FSWatcher;
  identity: string;
  concern: Concern;
}

/** The watchers of a set of folders that changes. None of them keeps the process alive. */
export class WatchedFolders {
  private readonly posts = new Map<string, Post>();
  private readonly failed = new Set<string>();
  private closed = false;

  constructor(
    private readonly events: FolderEvents,
    private readonly watchFolder: WatchFolder = watch,
  ) {}

  /** Watches just these folders. Each new one is told as an event, since more may have come in it meanwhile. */
  follow(plan: ReadonlyMap<string, Concern>): void {
    for (const path of this.posts.keys()) if (!plan.has(path)) this.leave(path);
    for (const [path, concern] of plan) this.post(path, concern);
  }

  close(): void {
    this.closed = true;
    for (const path of this.posts.keys()) this.leave(path);
  }

  private post(path: string, concern: Concern): void {
    const identity = identityOf(path);
    const post = this.posts.get(path);
    if (post && post.identity === identity) {
      post.concern = concern;
      return;
    }
    this.leave(path);
    if (this.closed) return;
    // Gone since the plan was made, which may leave nothing that would tell the next event.
    if (identity === undefined) return this.events.onEvent(concern(null));
    try {
      const watcher = this.watchFolder(path, { persistent: false }, (_, file) =>
        this.onEvent(path, file),
      );
      watcher.on('error', (error) => this.onError(path, error));
      this.posts.set(path, { watcher, identity, concern });
      this.failed.delete(path);
    } catch (error) {
      this.onError(path, error as Error);
      return;
    }
    this.events.onEvent(concern(null));
  }

  private onEvent(path: string, file: string | null): void {
    const concern = this.posts.get(path)?.concern;
    if (concern) this.events.onEvent(concern(file));
  }

  private onError(path: string, error: Error): void {
    this.leave(path);
    this.events.onRetry();
    // That a folder is gone is no failure. Windows tells it as another error.
    if (errorCode(error) === 'ENOENT' || identityOf(path) === undefined) return;
    if (this.failed.has(path)) return;
    this.failed.add(path);
    this.events.onError(error);
  }

  private leave(path: string): void {
    this.posts.get(path)?.watcher.close();
    this.posts.delete(path);
  }
}

/** Tells a folder from another that took its path; ext4 gives the number of a removed one to the next. */
function identityOf(path: string): string | undefined {
  try {
    const { dev, ino, birthtimeNs } = statSync(path, { bigint: true });
    return [dev, ino, birthtimeNs].join(':');
  } catch {
    return undefined;
  }
}
