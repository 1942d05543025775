import { type FSWatcher, realpathSync, statSync, watch } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { errorCode } from '../common/error-facts.js';
import { elementNames } from './element-names.js';
import { linksOnTheWay } from './links-on-the-way.js';

/** How a folder is watched: by `fs.watch`, except in specs that simulate its errors. */
export type WatchFolder = (
  path: string,
  options: { persistent: false },
  listener: (event: string, file: string | null) => void,
) => FSWatcher;

/** Returns the elements that an event in a folder may concern. `file` is null if the system does not tell it. */
type ConcernedElements = (file: string | null) => readonly string[] | 'all';

interface FolderEvents {
  /** Something happened in a folder, or it is watched from now on. */
  onEvent(names: readonly string[] | 'all'): void;
  /** A folder that exists cannot be watched. Called once until it can be watched again. */
  onError(error: Error): void;
  /** A planned folder is not watched: call `follow` again after a while. */
  onRetry(): void;
}

interface WatchedFolder {
  watcher: FSWatcher;
  identity: string;
  concerned: ConcernedElements;
}

/** Watches a set of folders that may change. The watchers do not keep the process alive. */
export class WatchedFolders {
  readonly #events: FolderEvents;
  readonly #watchFolder: WatchFolder;
  readonly #watched = new Map<string, WatchedFolder>();
  /** Folders whose error was reported. */
  readonly #failed = new Set<string>();
  /** Folders of a plan that were not there. */
  readonly #absent = new Set<string>();
  #isClosed = false;

  constructor(events: FolderEvents, watchFolder: WatchFolder = watch) {
    this.#events = events;
    this.#watchFolder = watchFolder;
  }

  /** Watches exactly these folders. Each new one counts as an event: its content may have changed before. */
  follow(plan: ReadonlyMap<string, ConcernedElements>): void {
    for (const path of this.#watched.keys()) if (!plan.has(path)) this.#unwatch(path);
    for (const path of this.#absent) if (!plan.has(path)) this.#absent.delete(path);
    for (const [path, concerned] of plan) this.#watch(path, concerned);
  }

  close(): void {
    this.#isClosed = true;
    for (const path of this.#watched.keys()) this.#unwatch(path);
  }

  #watch(path: string, concerned: ConcernedElements): void {
    const identity = identityOf(path);
    const watched = this.#watched.get(path);
    if (watched && watched.identity === identity) {
      watched.concerned = concerned;
      return;
    }
    this.#unwatch(path);
    if (this.#isClosed) return;
    if (identity === undefined) return this.#onAbsent(path, concerned);
    this.#absent.delete(path);
    try {
      const watcher = this.#watchFolder(path, { persistent: false }, (_, file) =>
        this.#onEvent(path, file),
      );
      watcher.on('error', (error) => this.#onError(path, error));
      this.#watched.set(path, { watcher, identity, concerned });
      this.#failed.delete(path);
    } catch (error) {
      this.#onError(path, error as Error);
      return;
    }
    this.#events.onEvent(concerned(null));
  }

  /** It was removed after the plan was made, or it is a link that leads nowhere. Maybe no watched folder reports that. */
  #onAbsent(path: string, concerned: ConcernedElements): void {
    this.#events.onRetry();
    // Once: an event leads to a new plan, which may have the same folder again.
    if (this.#absent.has(path)) return;
    this.#absent.add(path);
    this.#events.onEvent(concerned(null));
  }

  #onEvent(path: string, file: string | null): void {
    const watched = this.#watched.get(path);
    if (watched) this.#events.onEvent(watched.concerned(file));
  }

  #onError(path: string, error: Error): void {
    this.#unwatch(path);
    this.#events.onRetry();
    // A removed folder is no error. On Windows the error has another code, so the folder is looked for too.
    if (errorCode(error) === 'ENOENT' || identityOf(path) === undefined) return;
    if (this.#failed.has(path)) return;
    this.#failed.add(path);
    this.#events.onError(error);
  }

  #unwatch(path: string): void {
    this.#watched.get(path)?.watcher.close();
    this.#watched.delete(path);
  }
}

/** Differs for another folder at the same path. The inode alone does not: ext4 reuses the number of a removed folder. */
function identityOf(path: string): string | undefined {
  try {
    const { dev, ino, birthtimeNs } = statSync(path, { bigint: true });
    return [dev, ino, birthtimeNs].join(':');
  } catch {
    return undefined;
  }
}

/** Returns the folders to watch now. `directory` must be absolute, and need not exist. */
export function watchPlan(directory: string): Map<string, ConcernedElements> {
  const plan = new Plan();
  // The folder above reports that the directory is created, or that a link at its path is replaced.
  const above = existingAncestor(dirname(directory));
  const next = relative(above, directory).split(sep)[0];
  plan.add(above, (file) => (isOneOf(file, next, basename(above)) ? 'all' : []));
  plan.addLinks(directory, 'all');
  if (!isFolder(directory)) return plan.folders;
  for (const name of elementNames(directory)) {
    const folder = join(directory, name);
    plan.add(folder, () => [name]);
    for (const file of ['e.json', 'sms.json']) {
      plan.addLinks(join(folder, file), [name]);
      const target = realFolderOf(join(folder, file));
      if (target !== undefined) plan.add(target, () => [name]);
    }
  }
  // Kubernetes replaces all files of a volume at once, through a link with a hidden name.
  // https://kubernetes.io/docs/concepts/storage/volumes/#configmap
  plan.add(directory, (file) =>
    isOneOf(file, basename(directory)) || file?.startsWith('.') ? 'all' : [file!],
  );
  return plan.folders;
}

/** A folder may be watched for several reasons. */
class Plan {
  readonly folders = new Map<string, ConcernedElements>();

  add(folder: string, concerned: ConcernedElements): void {
    const former = this.folders.get(folder);
    this.folders.set(folder, former ? (file) => union(former(file), concerned(file)) : concerned);
  }

  addLinks(path: string, names: readonly string[] | 'all'): void {
    for (const [folder, links] of linksOnTheWay(path)) {
      this.add(folder, (file) => (isOneOf(file, ...links) ? names : []));
    }
  }
}

function union(
  one: readonly string[] | 'all',
  other: readonly string[] | 'all',
): readonly string[] | 'all' {
  return one === 'all' || other === 'all' ? 'all' : [...new Set([...one, ...other])];
}

function isOneOf(file: string | null, ...names: (string | undefined)[]): boolean {
  return file === null || names.includes(file);
}

/** The folder of a file to which links may lead. */
function realFolderOf(file: string): string | undefined {
  try {
    return dirname(realpathSync(file));
  } catch {
    // There is no such file, or its link leads nowhere.
    return undefined;
  }
}

/** Returns the folder itself, or the nearest folder above it that exists. */
export function existingAncestor(path: string): string {
  let folder = resolve(path);
  while (!isFolder(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/** Also false if this process may not look at it. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
